"""Atom feeds: valid, stable, complete, and of published things alone."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from reviews.models import CaseReview
from tests.factories import make_briefing, make_review, make_theme
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ["/case-reviews/feed/", "/briefings/feed/", "/themes/neglect/feed/"]


@pytest.fixture(autouse=True)
def address(settings):
    settings.SITE_ADDRESS = "https://board.example"


def feed(client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed


def values(element, name: str) -> list[str | None]:
    return [found.text for found in element.iter(f"{ATOM}{name}")]


def entries(client, address: str) -> list[ElementTree.Element]:
    return list(feed(client, address).iter(f"{ATOM}entry"))


def themed(make, **fields):
    item = make(**fields)
    item.themes.add(make_theme())
    return item


def test_feed_says_what_it_is_and_where(client):
    themed(make_review)
    for at, title in zip(FEEDS, ("Case reviews", "7 minute briefings", "Neglect"), strict=True):
        root = feed(client, at)
        assert root.find(f"{ATOM}title").text == f"{title} – Tameside Safeguarding Children Board"
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
        page = at.removesuffix("feed/")
        assert links == {
            "self": f"https://board.example{at}",
            "alternate": f"https://board.example{page}",
        }
        assert root.find(f"{ATOM}id").text == f"https://board.example{at}"


def test_entry_has_title_address_summary_dates_and_themes(client):
    review = themed(make_review, title="Known & “told”", summary="One < two.\n\nThree.")
    (entry,) = entries(client, "/case-reviews/feed/")
    assert entry.find(f"{ATOM}title").text == "Known & “told”"
    assert entry.find(f"{ATOM}link").get("href").endswith(review.get_absolute_url())
    assert entry.find(f"{ATOM}summary").text == "<p>One &lt; two.</p>\n\n<p>Three.</p>"
    assert entry.find(f"{ATOM}category").get("term") == "Neglect"
    published = parse_datetime(entry.find(f"{ATOM}published").text)
    assert published == review.published_at


def test_id_stays_when_title_address_and_site_change(client, settings):
    make_review()
    before = [entry.find(f"{ATOM}id").text for entry in entries(client, "/case-reviews/feed/")]
    CaseReview.objects.update(title="Another", slug="another")
    settings.SITE_ADDRESS = "https://new.example"
    after = [entry.find(f"{ATOM}id").text for entry in entries(client, "/case-reviews/feed/")]
    assert before == after
    assert before[0].startswith("urn:uuid:")


def test_updated_is_when_it_was_changed_but_never_before_it_was_public(client):
    now = timezone.now().replace(microsecond=0)
    changed, scheduled = make_review(), make_review()
    hour = timedelta(hours=1)
    CaseReview.objects.filter(pk=changed.pk).update(
        published_at=now - 9 * hour, updated_at=now - hour
    )
    CaseReview.objects.filter(pk=scheduled.pk).update(
        published_at=now - 2 * hour, updated_at=now - 5 * hour
    )
    root = feed(client, "/case-reviews/feed/")
    of_feed, *of_entries = [parse_datetime(text) for text in values(root, "updated")]
    assert of_entries == [now - 2 * hour, now - hour]
    assert of_feed == now - hour


def test_feed_of_nothing_stays_the_same(client):
    first, second = client.get("/briefings/feed/"), client.get("/briefings/feed/")
    assert first.content == second.content
    assert not entries(client, "/briefings/feed/")


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
def test_what_is_not_public_is_in_no_feed(client, status):
    themed(make_review)
    themed(make_review, status=status, title="Hidden")
    themed(make_briefing, status=status, title="Hidden")
    later = timezone.now() + timedelta(days=1)
    themed(make_review, title="Hidden", published_at=later)
    assert "Hidden" not in "".join(client.get(at).content.decode() for at in FEEDS)


def test_theme_feed_mixes_reviews_and_briefings_newest_first(client):
    now = timezone.now()
    times = [now - timedelta(hours=hours) for hours in (1, 2, 3)]
    themed(make_review, title="First", published_at=times[0])
    themed(make_briefing, title="Second", published_at=times[1], overview="In short.")
    themed(make_review, title="Third", published_at=times[2])
    make_review(title="About something else")
    found = entries(client, "/themes/neglect/feed/")
    assert [entry.find(f"{ATOM}title").text for entry in found] == ["First", "Second", "Third"]
    assert found[1].find(f"{ATOM}summary").text == "<p>In short.</p>"


def test_feed_of_a_theme_without_anything_public_is_not_there(client):
    make_theme()
    assert client.get("/themes/neglect/feed/").status_code == 404


def test_characters_that_no_feed_may_hold_are_left_out(client):
    make_review(title="A\x0bB", summary="C\x1fD")
    (entry,) = entries(client, "/case-reviews/feed/")
    assert entry.find(f"{ATOM}title").text == "AB"
    assert entry.find(f"{ATOM}summary").text == "<p>CD</p>"


@pytest.mark.parametrize(("at", "queries"), list(zip(FEEDS, (2, 2, 5), strict=True)))
@pytest.mark.parametrize("number", [1, 60])
@pytest.mark.usefixtures("facts_are_kept")
def test_queries_do_not_grow(client, django_assert_num_queries, at, queries, number):
    for _ in range(number):
        themed(make_review)
        themed(make_briefing)
    client.get("/worried-about-a-child/")  # the board's names are read and kept
    with django_assert_num_queries(queries):
        response = client.get(at)
    assert response.content.count(b"<entry>") == min(2 * number if "theme" in at else number, 50)
    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_feed_that_has_not_changed_is_not_sent_again(client):
    make_review()
    first = client.get("/case-reviews/feed/")
    again = client.get("/case-reviews/feed/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_pages_name_their_feeds(client):
    themed(make_review)
    html = client.get("/themes/neglect/").content.decode()
    for at in FEEDS:
        assert f'href="{at}"' in html
