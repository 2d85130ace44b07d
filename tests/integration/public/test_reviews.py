"""The list of case reviews, one review, and its documents, as anybody sees them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories import (
    download,
    make_briefing,
    make_document,
    make_review,
    make_review_type,
    make_theme,
)
from tests.factories.files import content_of
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
LIST = "/case-reviews/"


def text(client, address: str, **query: str) -> str:
    response = client.get(address, query)
    assert response.status_code == 200, address
    return response.content.decode()


def not_public() -> dict[str, dict]:
    later = timezone.now() + timedelta(minutes=1)
    return {
        "draft": {"status": Status.DRAFT},
        "scheduled": {"published_at": later},
        "withdrawn": {"status": Status.WITHDRAWN},
    }


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_what_is_not_public_is_found_nowhere(client, state):
    review = make_review(title="A title of its own", cover_sizes=[], **not_public()[state])
    document = make_document(review)
    page = review.get_absolute_url()
    for address in (page, f"{page}cover/320", document.get_absolute_url()):
        assert client.get(address).status_code == 404, address
    for address in ("/", LIST, f"{LIST}?q=title", "/sitemap.xml"):
        content = client.get(address).content.decode()
        assert review.title not in content
        assert review.slug not in content


def test_review_of_a_briefing_that_is_not_public_is_not_named(client):
    review = make_review(title="A title of its own", status=Status.DRAFT)
    briefing = make_briefing()
    briefing.reviews.add(review)
    assert review.title not in text(client, briefing.get_absolute_url())


def test_list_is_newest_first(client):
    day = datetime(2019, 5, 1, tzinfo=UTC)
    for number, title in enumerate(["Oldest", "Middle", "Newest"]):
        make_review(title=title, published_at=day + timedelta(days=number))
    page = text(client, LIST)
    assert page.index("Newest</a>") < page.index("Middle</a>") < page.index("Oldest</a>")


def test_list_has_twenty_a_page(client):
    for _ in range(21):
        make_review()
    first, second = text(client, LIST), text(client, LIST, page="2")
    assert first.count("board-list__item") == 20
    assert second.count("board-list__item") == 1
    assert "21 case reviews, page 1 of 2" in first
    assert "page 2" in second[: second.index("</title>")]


@pytest.mark.parametrize("page", ["9999", "0", "-1", "two", "1" * 40])
def test_page_that_is_not_there_says_which_is_the_last(client, page):
    make_review()
    response = client.get(LIST, {"page": page})
    assert response.status_code == 404
    assert "There is no such page. The last one is page 1." in response.content.decode()


def test_list_without_reviews(client):
    assert "No case review is published yet." in text(client, LIST)


def test_filter_by_type(client):
    make_review(title="Of this type", review_type=make_review_type("Learning Review"))
    make_review(title="Of another type")
    page = text(client, LIST, type="learning-review")
    assert "Of this type" in page
    assert "Of another type" not in page
    assert '<option value="learning-review" selected>' in page


def test_filter_by_year_as_it_was_in_britain(client):
    """In summer the day begins an hour earlier than in UTC; in winter the year does not."""
    make_review(title="On New Year’s Eve", published_at=datetime(2018, 12, 31, 23, tzinfo=UTC))
    make_review(title="On New Year’s Day", published_at=datetime(2019, 1, 1, 0, tzinfo=UTC))
    page = text(client, LIST, year="2018")
    assert "On New Year’s Eve" in page
    assert "On New Year’s Day" not in page


def test_search_finds_words_in_their_other_forms(client):
    make_review(title="Neglected needs", summary="x", what_happened="y")
    make_review(title="Something else", summary="x", what_happened="y")
    page = text(client, LIST, q="neglecting need")
    assert "<mark>Neglected</mark> <mark>needs</mark>" in page
    assert "Something else" not in page


def test_filters_work_together_and_stay_in_the_links_to_pages(client):
    kind = make_review_type("Learning Review")
    for _ in range(21):
        make_review(review_type=kind, title="Neglect")
    page = text(client, LIST, type="learning-review", q="neglect")
    assert "?type=learning-review&amp;q=neglect&amp;page=2" in page


def test_nothing_that_fits_says_what_to_do(client):
    make_review()
    assert "Nothing fits. Try fewer words" in text(client, LIST, q="zebra")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"type": "no-such-type"}, "“no-such-type” is no type of review we have; all are shown."),
        ({"year": "1066"}, "“1066” is no year published we have; all are shown."),
        ({"year": "20x7"}, "“20x7” is no year published we have; all are shown."),
        ({"q": "x" * 201}, "at most 200 characters"),
    ],
)
def test_filter_that_we_do_not_know_is_told_and_left_out(client, query, sentence):
    make_review(title="Still shown")
    page = text(client, LIST, **query)
    assert sentence in page
    assert "Still shown" in page


def test_filter_value_is_never_taken_for_html(client):
    page = text(client, LIST, q="<script>x</script>", type="<script>y</script>")
    assert "<script>x" not in page
    assert "<script>y" not in page


def test_other_parts_of_a_query_do_no_harm(client):
    make_review(title="Still shown")
    assert "Still shown" in text(client, LIST, utm_source="x", theme="y", **{"a[]": "z"})


def test_review_shows_all_its_parts(client):
    review = make_review(
        what_happened="It **happened**.",
        method="A workshop.",
        response="We agree.",
        learning=["Ask early.", "Tell all."],
        board_name="Another Board",
        source="https://old.example/1",
        age_band="11-15",
    )
    review.themes.add(make_theme("Self-harm"))
    review.recommendations.create(
        text="Meet early.", owner="Police", status="done", evidence="Minutes of meetings."
    )
    page = text(client, review.get_absolute_url())
    for words in (
        "<strong>happened</strong>", "A workshop.", "We agree.", "Ask early.", "Tell all.",
        "by Another Board", "https://old.example/1", "11 to 15", "Self-harm", "Meet early.",
        "Police", "Done", "Minutes of meetings.", "Serious Case Review", "116 123",
    ):  # fmt: skip
        assert words in page


def test_review_leaves_out_what_it_does_not_have(client):
    page = text(client, make_review(learning=[]).get_absolute_url())
    for words in ("What we learned", "Recommendations", "Documents", "7 minute briefings on"):
        assert words not in page


def test_review_names_the_briefings_on_it(client):
    review, briefing = make_review(), make_briefing(title="In seven minutes")
    hidden = make_briefing(title="Not yet", status=Status.DRAFT)
    review.briefings.add(briefing, hidden)
    page = text(client, review.get_absolute_url())
    assert "In seven minutes" in page
    assert "Not yet" not in page


def test_review_that_nobody_wrote(client):
    assert client.get("/case-reviews/no-such-review/").status_code == 404


def test_document_is_shown_with_type_size_and_pages(client):
    document = make_document(make_review())
    page = text(client, document.review.get_absolute_url())
    assert document.address_from_page in page
    assert "PDF, " in page
    assert "1 page, English<" in page


def test_document_is_the_cleaned_copy_under_a_name_of_ours(client):
    document = make_document(make_review(), title="Full report: part 1")
    response, content = download(client, document.get_absolute_url())
    assert response.headers["Content-Type"] == "application/pdf"
    assert 'filename="full-report-part-1.pdf"' in response.headers["Content-Disposition"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert content == content_of(document.cleaned) != content_of(document.original)


def test_document_under_another_name_leads_to_the_right_one(client):
    document = make_document(make_review())
    address = document.get_absolute_url()
    response = client.get(address.replace("overview-report.pdf", "old-name.pdf"))
    assert (response.status_code, response.headers["Location"]) == (302, address)


def test_document_of_another_review_is_not_found(client):
    document, other = make_document(make_review()), make_review()
    address = document.get_absolute_url().replace(document.review.slug, other.slug)
    assert client.get(address).status_code == 404


def test_document_that_waits_for_its_sign_off_is_not_public(client):
    document = make_document(make_review(), released_at=None)
    assert client.get(document.get_absolute_url()).status_code == 404
    assert document.title not in text(client, document.review.get_absolute_url())
