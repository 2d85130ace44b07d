"""The search of the home page: case reviews, 7 minute briefings and learning events together."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reviews.search.words import query_for
from tests.factories import make_briefing, make_event, make_review
from tscb.events.models import LearningEvent
from tscb.events.models.event import WORDS

pytestmark = pytest.mark.django_db
MOST_QUESTIONS = 6


def html(path: str = "/", **asked: str) -> str:
    response = Client().get(path, asked)
    assert response.status_code == 200
    return response.content.decode()


def test_home_without_words_is_the_home_page() -> None:
    for page in (html(), html(q=""), html(q="  ")):
        assert "Newest case reviews" in page
        assert 'name="q"' in page


def test_words_find_reviews_and_briefings() -> None:
    make_review(title="Supervision of practice")
    make_briefing(title="Talking in supervision")
    make_briefing(title="Something else")
    page = html(q="supervision")
    assert "<mark>Supervision</mark> of practice" in page
    assert "Talking in <mark>supervision</mark>" in page
    assert "Something else" not in page
    assert 'href="/case-reviews/?q=supervision"' in page
    assert 'value="supervision"' in page


def test_section_of_a_briefing_is_searched_without_accents() -> None:
    briefing = make_briefing(title="One minute")
    briefing.sections.filter(number=3).update(text="Fathers & Siân <b>met</b>.")
    page = html(q="sian father")
    assert "One minute" in page
    assert "<mark>Fathers</mark> &amp; <mark>Siân</mark>" in page
    assert "<b>" not in page


def test_title_of_a_briefing_stands_above_its_overview() -> None:
    make_briefing(title="Below", overview="Fathers, fathers, fathers.")
    make_briefing(title="Fathers")
    page = html(q="fathers")
    assert page.index("<mark>Fathers</mark></a>") < page.index("Below")


def test_more_than_fit_are_on_the_list_of_briefings() -> None:
    for _ in range(6):
        make_briefing()
    assert 'href="/briefings/?q=unseen%20men"' in html(q="unseen men")
    found = html("/briefings/", q="unseen men")
    assert "6 briefings" in " ".join(found.split())
    assert "Nothing fits." in html("/briefings/", q="unicorn")
    assert "No briefing has these words." in html(q="unicorn")


@pytest.mark.parametrize("words", ["'", '"-"', "-" * 300, "<script>", "a" * 500, "the"])
def test_no_words_break_the_search(words: str) -> None:
    make_review()
    make_briefing()
    assert "<script>" not in html(q=words).split("<main")[1]
    html("/briefings/", q=words)


def test_misspelt_word_is_put_right() -> None:
    make_review(title="Supervision of practice")
    assert 'href="/?q=supervision"' in html(q="supervison")


def test_words_spread_over_a_briefing_find_it() -> None:
    briefing = make_briefing(title="One minute", overview="Seen at school.")
    briefing.sections.filter(number=2).update(text="Midwives **wrote**.")
    briefing.sections.filter(number=5).update(text="The fathers were away.")
    page = html(q="school midwife father minute")
    assert "One <mark>minute</mark>" in page
    assert "<mark>Midwives</mark> wrote" in page
    for asked in ('"were away" wrote', "father -unicorn"):
        assert "One minute" in html("/briefings/", q=asked)
    for asked in ('"away fathers"', "midwife -father", '"wrote the fathers"'):
        assert "No briefing has these words." in html(q=asked)
    briefing.sections.filter(number=5).delete()
    assert "No briefing has these words." in html(q="fathers")


def test_title_of_a_briefing_stands_above_overview_above_sections() -> None:
    third = make_briefing(title="Third")
    third.sections.filter(number=1).update(text="Fathers, fathers, fathers, fathers.")
    make_briefing(title="Second", overview="Fathers, fathers.")
    make_briefing(title="First: fathers")
    for page in (html(q="fathers"), html("/briefings/", q="fathers")):
        assert page.index("First:") < page.index("Second") < page.index("Third")


def test_briefing_that_was_found_by_its_children() -> None:
    make_briefing(title="A child at risk")
    assert "A <mark>child</mark> at risk" in html(q="children")
    assert "A <mark>child</mark> at risk" in html("/briefings/", q="children")


def test_events_are_found_with_what_is_to_come_first_and_never_more_than_three() -> None:
    make_event(title="Badgers long ago", days=-400)
    make_event(title="Badgers just now", days=-2)
    make_event(title="Badgers next year", days=300)
    make_event(title="Next", summary="All about <b>badgers</b>.", days=3)
    make_event(title="Something else")
    page = html(q="badger")
    found = page[page.index("found-events") :]
    order = [found.index(words) for words in ("Next</a>", "next year</a>", "just now</a>")]
    assert order == sorted(order)
    assert "<mark>Badgers</mark> next year" in found
    assert "All about &lt;b&gt;<mark>badgers</mark>" in found
    assert "long ago" not in page
    assert "Something else" not in page


def test_without_an_event_there_is_no_heading_for_it() -> None:
    make_review(title="Badgers")
    assert "found-events" not in html(q="badgers")


@pytest.mark.usefixtures("facts_are_kept")
def test_search_is_as_cheap_with_many_events() -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            html(q="badgers")
        return len(queries)

    make_event(title="Badgers")
    html(q="badgers")
    first = asked()
    for _ in range(20):
        make_event(title="Badgers")
    assert asked() == first <= MOST_QUESTIONS
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        found = LearningEvent.objects.alias(words=WORDS).filter(words=query_for("badgers"))
        assert "events_event_words" in found.only("pk").explain()
