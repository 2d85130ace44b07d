"""The public pages of the editions: what stands there, and what does not any more."""

from datetime import date
from xml.etree import ElementTree

import pytest

from reviews.models import ResearchMessage
from tests.factories import make_briefing, make_event, make_review
from tests.factories.editions import draft_about, edition_about
from tscb.bulletin.editions.letter import letter_of
from tscb.bulletin.models import Edition
from tscb.common.publishing.models import Status
from tscb.events.models import EventState

pytestmark = pytest.mark.django_db
LIST, FEED = "/e-bulletin/", "/e-bulletin/feed/"
GONE = "1 section of this edition is no longer shown, because what it was about is not public"


def text(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


def research() -> ResearchMessage:
    link = "https://research.example/babies"
    return ResearchMessage.objects.create(title="Babies under one", summary="See.", link=link)


def test_archive_lists_editions_newest_first_by_years(client):
    edition_about(number=7, month=date(2019, 5, 1), title="Early days")
    edition_about(number=8, month=date(2020, 3, 1), title="Later days")
    draft_about(title="Not out yet")
    html = text(client, LIST)
    assert html.index("Later days") < html.index("Early days")
    assert 'id="year-2020"' in html
    assert "Not out yet" not in html
    assert "Early days" not in text(client, f"{LIST}archive/2020/")
    assert "Later days" in text(client, f"{LIST}archive/2020/3/")
    for nothing in ("archive/2020/4/", "archive/2021/", "archive/0/", "archive/2020/13/", "99/"):
        assert client.get(LIST + nothing).status_code == 404


def test_edition_shows_each_section_with_where_to_read_on(client):
    review, briefing, event, message = make_review(), make_briefing(), make_event(), research()
    edition = edition_about(review, briefing, event, message, number=9)
    html = text(client, "/e-bulletin/9/")
    for thing in (review, briefing, event):
        assert f'href="{thing.get_absolute_url()}"' in html
    assert 'href="https://research.example/babies"' in html
    assert "<strong>lately</strong>" in html
    assert str(event.where) in html
    assert "Corrected on" not in html
    assert edition.get_absolute_url() == "/e-bulletin/9/"


@pytest.mark.parametrize("make", [make_review, make_briefing, make_event])
def test_what_is_no_longer_public_is_shown_nowhere(client, make):
    thing = make(title="A title that was taken back")
    edition = edition_about(thing)
    for address in (edition.get_absolute_url(), LIST, FEED):
        assert thing.title in text(client, address)
    hidden = EventState.DRAFT if make is make_event else Status.DRAFT
    field = "state" if make is make_event else "status"
    type(thing).objects.filter(pk=thing.pk).update(**{field: hidden})
    for address in (edition.get_absolute_url(), LIST, FEED):
        assert thing.title not in text(client, address)
    assert GONE in text(client, edition.get_absolute_url())
    letter = letter_of(edition, None)
    for words in (letter.text, letter.html):
        assert thing.title not in words
        assert "no longer shown" in words


def test_what_was_deleted_leaves_no_words_behind(client):
    message = research()
    edition = edition_about(message)
    message.delete()
    html = text(client, edition.get_absolute_url())
    assert "Babies under one" not in html
    assert GONE in html


def test_cancelled_event_says_so_on_page_and_in_letter(client):
    edition = edition_about(make_event(state=EventState.CANCELLED))
    assert "This event is cancelled." in text(client, edition.get_absolute_url())
    assert "THIS EVENT IS CANCELLED." in letter_of(edition, None).text


def test_feed_names_what_may_be_seen(client):
    review = make_review(title="Safe <sleeping> & more")
    edition_about(review, number=12, title="Twelve")
    feed = ElementTree.fromstring(client.get(FEED).content)  # noqa: S314 - made by us
    entry = feed.find("{*}entry")
    assert entry.findtext("{*}title") == "Edition 12, March 2026: Twelve"
    assert "<li>Safe &lt;sleeping&gt; &amp; more</li>" in entry.findtext("{*}summary")


def test_sitemap_names_editions_that_are_out(client):
    out, draft = edition_about(), draft_about()
    html = text(client, "/sitemap.xml")
    assert f"{out.get_absolute_url()}</loc>" in html
    assert f"{draft.get_absolute_url()}</loc>" not in html


def test_old_address_leads_to_the_edition_of_its_number_for_good(client):
    old = "/resources/materials/eBulletin/eBulletin_031_2018_10.aspx"
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (302, LIST)
    Edition.objects.all().delete()
    edition_about(number=31)
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, "/e-bulletin/31/")
