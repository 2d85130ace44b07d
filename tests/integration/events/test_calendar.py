"""The public pages of learning events: what stands there, for whom, and until when."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from tests.factories import make_briefing, make_event, make_review, make_theme
from tests.factories.events import make_kind
from tscb.common.publishing.models import Status
from tscb.events.models import EventState, LearningEvent

pytestmark = pytest.mark.django_db
LIST = "/learning-events/"
ATOM = "{http://www.w3.org/2005/Atom}"


def text(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


def at(event: LearningEvent) -> str:
    return event.get_absolute_url()


def test_list_shows_what_is_to_come_by_months_the_next_first(client):
    later, sooner, over = (make_event(days=days) for days in (70, 5, -5))
    html = text(client, LIST)
    assert html.index(sooner.title) < html.index(later.title)
    assert f"{timezone.localtime(later.starts_at):%B %Y}</h2>" in html
    assert over.title not in html
    past = text(client, f"{LIST}?when=past")
    assert over.title in past
    assert later.title not in past


def test_list_is_narrowed_by_kind_and_theme(client):
    training = make_event(kind=make_kind("Training"))
    update = make_event()
    update.themes.add(make_theme())
    assert update.title not in text(client, f"{LIST}?kind=training")
    html = text(client, f"{LIST}?theme=neglect")
    assert update.title in html
    assert training.title not in html
    assert "Nothing fits." in text(client, f"{LIST}?theme=neglect&kind=training")


def test_unknown_choice_is_told_and_left_out(client):
    event = make_event()
    html = text(client, f"{LIST}?kind=ball")
    assert "There is no “ball” under “Kind”: it was left out." in html
    assert event.title in html


def test_page_shows_times_place_and_what_is_public_of_what_it_is_about(client):
    event = make_event(sessions=2, is_online=True, online_link="https://meet.example/secret")
    shown, hidden = make_review(), make_review(status=Status.DRAFT)
    event.reviews.add(shown, hidden)
    event.briefings.add(make_briefing(title="Unseen fathers"))
    event.themes.add(make_theme())
    html = text(client, at(event))
    assert all(str(session) in html for session in event.sessions.all())
    assert "Sample Hall, and online" in html
    assert "meet.example" not in html
    assert shown.title in html
    assert hidden.title not in html
    assert "Unseen fathers" in html
    assert 'itemtype="https://schema.org/EducationEvent"' in html


@pytest.mark.parametrize(
    "fields", [{"state": EventState.DRAFT}, {"is_restricted": True}], ids=["draft", "restricted"]
)
def test_what_is_not_public_is_nowhere(client, fields):
    event = make_event(**fields, days=20)
    event.themes.add(make_theme())
    assert client.get(at(event)).status_code == 404
    assert client.get(f"{at(event)}event.ics").status_code == 404
    assert client.get("/themes/neglect/").status_code == 404
    for address in (LIST, f"{LIST}feed/", f"{LIST}calendar.ics", "/sitemap.xml"):
        assert event.slug not in client.get(address).content.decode()


def test_cancelled_event_stays_and_says_so(client):
    event = make_event(state=EventState.CANCELLED)
    assert "Cancelled" in text(client, at(event))
    assert "STATUS:CANCELLED" in client.get(f"{LIST}calendar.ics").content.decode()
    (entry,) = ElementTree.fromstring(client.get(f"{LIST}feed/").content).iter(f"{ATOM}entry")  # noqa: S314 - our own feed
    assert entry.findtext(f"{ATOM}title", "").startswith("Cancelled: ")


def test_calendar_files_have_every_time_and_no_link_of_the_meeting(client):
    event = make_event(sessions=2, is_online=True, online_link="https://meet.example/secret")
    for address in (f"{at(event)}event.ics", f"{LIST}calendar.ics"):
        response = client.get(address)
        written = response.content.decode()
        assert response["Content-Type"].startswith("text/calendar")
        assert written.count("BEGIN:VEVENT") == 2
        assert "CLASS:PUBLIC" in written
        assert "meet.example" not in written
        assert f"{event.starts_at.astimezone(UTC):%Y%m%dT%H%M%SZ}" in written


def test_calendar_without_events_is_a_calendar(client):
    assert client.get(f"{LIST}calendar.ics").content.startswith(b"BEGIN:VCALENDAR")
    assert "No event is announced" in text(client, LIST)


def test_page_is_kept_no_longer_than_it_is_true(client):
    event = make_event(days=1)
    event.booking_closes_at = timezone.now() + timedelta(seconds=20)
    event.save()
    for address in (at(event), LIST):
        response = client.get(address)
        seconds = int(response["Cache-Control"].partition("max-age=")[2].partition(",")[0])
        assert seconds <= 20
        assert not response.cookies


def test_times_are_those_of_this_country(client):
    event = make_event()
    summer = datetime(2099, 7, 1, 9, 0, tzinfo=UTC)
    event.sessions.update(starts_at=summer, ends_at=summer + timedelta(hours=2))
    event.note_completeness()
    assert "Wednesday 1 July 2099, 10:00 to 12:00" in text(client, at(event))


def test_themes_count_events(client):
    make_event().themes.add(make_theme())
    assert client.get("/themes/neglect/").status_code == 200


def test_pages_of_what_it_is_about_lead_to_it(client):
    theme, review, briefing = make_theme(), make_review(), make_briefing()
    event, over, restricted = make_event(), make_event(days=-2), make_event(is_restricted=True)
    for one in (event, over, restricted):
        one.themes.add(theme)
        one.reviews.add(review)
        one.briefings.add(briefing)
    for item in (theme, review, briefing):
        html = text(client, item.get_absolute_url())
        assert "Learning events about this" in html
        assert event.title in html
        assert over.title not in html
        assert restricted.slug not in html
