"""The list of case reviews: words, choices with counts, order, chips, snippets, nothing found."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from reviews.models import AgeBand, CaseReview, Harm
from reviews.search import hits, ordering
from tests.factories import download, make_review, make_review_type, make_theme
from tests.unit.reviews.search.pages import add_report
from tscb.board.models import Agency

pytestmark = pytest.mark.django_db
LIST = "/case-reviews/"


def html(**asked: str) -> str:
    response = Client().get(LIST, asked)
    assert response.status_code == 200
    return response.content.decode()


def titles(page: str) -> list[str]:
    found = re.findall(r'board-list__title">\s*<a[^>]*>(.*?)</a>', page, re.DOTALL)
    return [re.sub("</?mark>", "", title) for title in found]


def options(page: str, name: str) -> list[str]:
    select = re.search(rf'<select name="{name}".*?</select>', page, re.DOTALL)
    return re.findall(r"<option[^>]*>\s*(.*?)\s*</option>", select[0], re.DOTALL) if select else []


@pytest.fixture
def neglect() -> CaseReview:
    review = make_review(
        title="Neglect in a large family", age_band=AgeBand.FROM_1, summary="Seven children."
    )
    review.themes.add(make_theme("Neglect"), make_theme("Unseen men"))
    review.agencies.add(Agency.objects.create(name="Police", slug="police"))
    review.harms.add(Harm.objects.create(name="Emotional abuse", slug="emotional-abuse"))
    return review


@pytest.fixture
def sleep() -> CaseReview:
    review = make_review(
        title="Safer sleep", age_band=AgeBand.UNDER_1, review_type=make_review_type("Rapid Review"),
        summary="A baby and neglect.",
    )  # fmt: skip
    review.themes.add(make_theme("Neglect"))
    CaseReview.objects.filter(pk=review.pk).update(published_at="2019-06-01T12:00Z")
    return review


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"type": "rapid-review"}, "Safer sleep"),
        ({"theme": "unseen-men"}, "Neglect in a large family"),
        ({"agency": "police"}, "Neglect in a large family"),
        ({"harm": "emotional-abuse"}, "Neglect in a large family"),
        ({"age": "0-1"}, "Safer sleep"),
        ({"year": "2019"}, "Safer sleep"),
        ({"theme": "neglect", "year": "2019"}, "Safer sleep"),
        ({"q": "baby", "theme": "neglect"}, "Safer sleep"),
        ({"theme": "unseen-men", "year": "2019"}, None),
    ],
)
def test_each_choice_narrows_the_list(neglect, sleep, asked, found) -> None:
    page = html(**asked)
    assert titles(page) == ([found] if found else [])


def test_choices_have_their_count_under_the_other_choices(neglect, sleep) -> None:
    page = html(age="0-1")
    assert options(page, "theme") == ["All themes", "Neglect (1)"]
    assert options(page, "age") == ["All ages", "Under 1 (1)", "1 to 5 (1)"]
    assert options(page, "type") == ["All types", "Rapid Review (1)"]
    assert options(page, "year") == ["All years", "2019 (1)"]
    assert options(page, "agency") == []
    assert options(html(), "theme") == ["All themes", "Neglect (2)", "Unseen men (1)"]


def test_chosen_choice_is_offered_even_if_it_finds_nothing(neglect, sleep) -> None:
    page = html(theme="unseen-men", age="0-1")
    assert options(page, "theme") == ["All themes", "Neglect (1)", "Unseen men (0)"]
    assert "0 case reviews" in page


def test_chosen_choices_stay_chosen_and_names_are_escaped(neglect, sleep) -> None:
    neglect.themes.add(make_theme("Homes & <families>"))
    page = html(theme="unseen-men", sort="oldest")
    chosen = re.findall(r'<option value="([^"]*)" selected>', page)
    assert [one for one in chosen if one] == ["unseen-men", "oldest"]
    assert '<option value="homes-families">Homes &amp; &lt;families&gt; (1)</option>' in page
    assert re.findall(r'<option value="([^"]*)" selected>', html()) == [""] * 7


def test_counts_are_of_what_the_words_find(neglect, sleep) -> None:
    assert options(html(q="children"), "theme") == ["All themes", "Neglect (1)", "Unseen men (1)"]


def test_order_is_as_asked(neglect, sleep) -> None:
    neglect_first = ["Neglect in a large family", "Safer sleep"]
    assert titles(html()) == titles(html(sort="newest")) == neglect_first
    assert titles(html(sort="relevance")) == neglect_first
    assert titles(html(sort="oldest")) == neglect_first[::-1]
    assert titles(html(q="neglect")) == neglect_first
    assert titles(html(q="neglect", sort="oldest")) == neglect_first[::-1]
    assert options(html(), "sort") == ["Newest first", "Oldest first"]
    assert options(html(q="neglect"), "sort") == ["Best first", "Newest first", "Oldest first"]


def test_words_added_to_a_list_find_the_best_first(neglect, sleep) -> None:
    """The order that a form sends along without words is no order that somebody asked for."""
    CaseReview.objects.filter(pk=neglect.pk).update(published_at="2018-06-01T12:00Z")
    [usual] = re.findall(r'<option value="([^"]*)"[^>]*>Newest first', html())
    assert titles(html(q="neglect", sort=usual)) == ["Neglect in a large family", "Safer sleep"]
    assert titles(html(q="neglect", sort="newest"))[0] == "Safer sleep"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"type": "nope"}, "“nope” is no type of review we have; all are shown."),
        ({"theme": "'; --"}, "“'; --” is no theme we have; all are shown."),
        ({"agency": "<b>"}, "“<b>” is no agency we have; all are shown."),
        ({"harm": "x" * 300}, f"“{'x' * 300}” is no harm we have; all are shown."),
        ({"age": "7"}, "“7” is no age of the child we have; all are shown."),
        ({"year": "1066"}, "“1066” is no year published we have; all are shown."),
        ({"year": "x"}, "“x” is no year published we have; all are shown."),
        ({"sort": "best"}, "“best” is no order we have; the usual one is used."),
        ({"q": "a" * 201}, "at most 200 characters"),
    ],
)
def test_what_is_unknown_is_told_and_left_out(neglect, sleep, asked, sentence) -> None:
    page = html(**asked)
    assert escape(sentence) in page
    assert len(titles(page)) == 2


def test_chips_take_one_part_of_the_question_away(neglect, sleep) -> None:
    page = html(q="neglect", theme="neglect", age="", page="1", sort="oldest")
    assert 'href="?theme=neglect&amp;sort=oldest"' in page
    assert 'href="?q=neglect&amp;sort=oldest"' in page
    assert "Clear all" in page
    assert "board-chip" not in html(theme="nope")


def test_found_words_are_marked_and_all_else_is_escaped() -> None:
    make_review(title="<b>Neglect</b>", summary="Seen & <i>neglected</i> \x03")
    page = html(q="neglect")
    assert "&lt;b&gt;<mark>Neglect</mark>&lt;/b&gt;" in page
    assert "<mark>neglected</mark>" in page
    assert "Seen &amp; " in page
    assert "<i>neglected" not in page
    assert "\x02" not in page
    assert "\x03" not in page


def test_hit_in_a_report_opens_it_at_its_page() -> None:
    review = make_review()
    document = add_report(review, "Contents", "Nobody asked about fathers & the overdose.")
    page = html(q="overdose")
    address = f"{LIST}{review.slug}/documents/{document.public_id}/overview-report.pdf"
    assert f'href="{address}#page=2"' in page
    assert "Overview report, page 2" in page
    assert "about fathers &amp; the <mark>overdose</mark>" in page
    assert download(Client(), address)[0].status_code == 200


def test_best_page_has_most_of_the_words() -> None:
    review = make_review(title="Learning from one family")
    add_report(review, "An overdose.", "A ward.", "An overdose on a ward.")
    assert "Overview report, page 3" in html(q="overdose ward learning")


def test_review_without_a_hit_in_its_report_has_no_link_to_it() -> None:
    add_report(make_review(title="Zebras"), "Nothing of it")
    assert "board-hit" not in html(q="zebra")


@pytest.mark.parametrize("typed", ["neglct", "Neglekt", "sleeep", "neglct familly"])
def test_misspelt_word_is_put_right(neglect, sleep, typed) -> None:
    page = html(q=typed)
    assert "Did you mean" in page
    [meant] = re.findall(r'Did you mean <a[^>]*href="([^"]*)"', page)
    assert titles(Client().get(meant).content.decode())


@pytest.mark.parametrize("typed", ["xyzzyplugh", "the", "a b", "sleep neglect zzzzzzz", "'; --"])
def test_nothing_is_put_right_where_nothing_is_like_it(neglect, sleep, typed) -> None:
    page = html(q=typed)
    assert "Did you mean" not in page
    assert "Nothing fits" in page
    assert "Show all case reviews" in page


def test_word_in_very_many_reviews_is_told_and_titles_come_first(neglect, sleep, monkeypatch):
    monkeypatch.setattr(ordering, "MOST_RANKED", 1)
    CaseReview.objects.filter(pk=neglect.pk).update(published_at="2018-06-01T12:00Z")
    page = html(q="neglect")
    assert "More than 1 case review" in page
    assert "in the title come first, then the newest come first" in page
    assert titles(page) == ["Neglect in a large family"]
    assert titles(html(q="neglect", sort="newest")) == ["Safer sleep"]
    assert "come first" not in html(q="neglect", sort="newest")


def test_too_many_for_a_phrase_are_told(neglect, sleep, monkeypatch) -> None:
    monkeypatch.setattr(hits, "MOST_LOOKED_THROUGH", 1)
    CaseReview.objects.filter(pk=sleep.pk).update(summary="A large baby. The family. Neglect.")
    page = html(q='"large family"')
    assert "At least 1 case review" in page
    assert "Only the newest 1 with these words were looked through" in page
    assert "looked through" not in html(q='"seven children"')


def test_too_much_to_count_has_choices_without_counts(neglect, sleep, monkeypatch) -> None:
    monkeypatch.setattr(hits, "MOST_COUNTED", 1)
    for asked in ({"q": "neglect"}, {"theme": "neglect"}):
        page = html(**asked)
        assert options(page, "theme")[:2] == ["All themes", "Neglect"]
        assert "2 case reviews" in page
        assert len(titles(page)) == 2
    assert titles(html(q="neglect", sort="oldest"))[0] == "Safer sleep"
    assert titles(html(theme="neglect", year="2019")) == ["Safer sleep"]


def test_list_that_nobody_narrowed_is_counted_however_long_it_is(neglect, sleep, monkeypatch):
    monkeypatch.setattr(hits, "MOST_COUNTED", 1)
    assert options(html(), "theme") == ["All themes", "Neglect (2)", "Unseen men (1)"]


@pytest.mark.parametrize("number", [1, 25])
@pytest.mark.parametrize(
    ("asked", "queries"),
    [
        ("", 2),
        ("?theme=neglect&year=2026&age=1-5", 2),
        ("?theme=nope&year=1066&sort=nope", 2),
        ("?q=agencies", 2),
        ("?q=agencies&theme=neglect&agency=police&sort=oldest", 2),
        ("?q=%22what+agencies+knew%22", 2),
        ("?q=agencies&theme=unseen-men", 2),
        ("?theme=unseen-men", 1),
        ("?q=agncies", 2),
        ("?q=xyzzyplugh+agncies", 2),
    ],
)
@pytest.mark.usefixtures("facts_are_kept")
def test_list_asks_as_often_however_long_it_is(number: int, asked: str, queries: int) -> None:
    """The facts that stand on every page are four more, at most once a second: six in all."""
    neglect, police = make_theme("Neglect"), Agency.objects.create(name="Police", slug="police")
    make_theme("Unseen men")
    for _ in range(number):
        review = make_review(title="What agencies knew", age_band=AgeBand.FROM_1)
        review.themes.add(neglect)
        review.agencies.add(police)
        CaseReview.objects.filter(pk=review.pk).update(published_at="2026-03-01T12:00Z")
        add_report(review, "What agencies knew.")
    Client().get("/cookies/")
    with CaptureQueriesContext(
        connection,
    ) as asking:
        response = Client().get(LIST + asked)
    assert response.status_code == 200
    shown = titles(response.content.decode())
    assert bool(shown) == ("unseen-men" not in asked and "agncies" not in asked)
    assert len(asking) == queries


@pytest.mark.usefixtures("facts_are_kept")
def test_list_of_nothing_asks_one_question() -> None:
    Client().get("/cookies/")
    with CaptureQueriesContext(
        connection,
    ) as asking:
        assert "No case review is published yet" in html()
    assert len(asking) == 1


def test_page_after_the_first_keeps_the_question() -> None:
    for _ in range(21):
        make_review()
    page = html(q="agencies", page="2")
    assert "21 case reviews, page 2 of 2" in page
    assert len(titles(page)) == 1
    assert "?q=agencies" in page
    assert Client().get(LIST, {"q": "agencies", "page": "3"}).status_code == 404
