"""Writing, publishing and cancelling events in the admin."""

import pytest
from django.utils import timezone

from tests.factories import make_event
from tests.factories.admin import add, admin_address, change, change_address, press
from tests.factories.events import make_kind
from tscb.common.publishing.history import HistoryEntry
from tscb.events.models import EventState, LearningEvent

pytestmark = pytest.mark.django_db
TIMES = {
    "sessions-0-starts_at_0": "2099-03-02",
    "sessions-0-starts_at_1": "09:30",
    "sessions-0-ends_at_0": "2099-03-02",
    "sessions-0-ends_at_1": "12:30",
}


def written(client, **changes):
    fields = {
        "kind": str(make_kind().pk), "title": "Listening to babies", "slug": "listening-to-babies",
        "summary": "What babies tell us.", "place": "Sample Hall", **TIMES, **changes,
    }  # fmt: skip
    return add(client, LearningEvent, **fields)


def test_event_is_written_with_its_times_and_published(editor_client):
    written(editor_client)
    event = LearningEvent.objects.get()
    assert event.state == EventState.DRAFT
    assert f"{timezone.localtime(event.starts_at):%Y-%m-%d %H:%M}" == "2099-03-02 09:30"
    assert "Published: everybody" in press(editor_client, event, "publish").content.decode()
    assert LearningEvent.objects.published().get() == event
    assert "already" not in press(editor_client, event, "publish").content.decode()
    assert [entry.event for entry in HistoryEntry.objects.of(event)] == ["Published", "Written"]


def test_what_lacks_a_place_is_not_published(editor_client):
    event = make_event(state=EventState.DRAFT, place="")
    assert "Say where it takes place" in press(editor_client, event, "publish").content.decode()
    event.refresh_from_db()
    assert event.state == EventState.DRAFT


def test_what_is_over_or_has_no_time_is_not_published(editor_client):
    over = make_event(state=EventState.DRAFT, days=-2)
    timeless = make_event(state=EventState.DRAFT)
    LearningEvent.objects.filter(pk=timeless.pk).update(starts_at=None, ends_at=None)
    assert "It is over already" in press(editor_client, over, "publish").content.decode()
    assert "Say when it takes place" in press(editor_client, timeless, "publish").content.decode()


@pytest.mark.parametrize(
    "words", [{"title": "Learning about Child T"}, {"summary": "Born 3.4.2019"}]
)
def test_restricted_event_must_not_tell_its_case(editor_client, words):
    page = written(editor_client, is_restricted="on", **words).content.decode()
    assert "must not tell which case it is about" in page
    assert not LearningEvent.objects.exists()


def test_neutral_restricted_event_is_kept_and_published(editor_client):
    written(editor_client, is_restricted="on")
    event = LearningEvent.objects.get()
    press(editor_client, event, "publish")
    event.refresh_from_db()
    assert event.state == EventState.PUBLISHED
    assert not LearningEvent.objects.published().exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"online_link": "https://meet.example/a"}, "Tick this for an event with a link"),
        (
            {
                "booking_opens_at_0": "2099-03-01", "booking_opens_at_1": "09:00",
                "booking_closes_at_0": "2099-02-01", "booking_closes_at_1": "09:00",
            },
            "Booking has to close after it opens.",
        ),
        ({"sessions-0-ends_at_1": "08:00"}, "It has to end after it starts."),
    ],
    ids=["link", "booking", "session"],
)  # fmt: skip
def test_what_does_not_fit_together_is_told(editor_client, changes, sentence):
    assert sentence in written(editor_client, **changes).content.decode()
    assert not LearningEvent.objects.exists()


def test_cancelling_is_for_what_is_published_and_not_over(editor_client):
    event = make_event()
    press(editor_client, event, "cancel")
    event.refresh_from_db()
    assert (event.is_cancelled, event.changes) == (True, 1)
    over = make_event(days=-3)
    assert "not over" in press(editor_client, over, "cancel").content.decode()


def test_address_and_who_may_see_it_are_settled_once_it_is_published(editor_client):
    event = make_event(state=EventState.DRAFT, is_restricted=True)
    change(editor_client, event, title="Another title")
    press(editor_client, event, "publish")
    version = HistoryEntry.objects.of(event).versions().last()
    open_to_all = {**version.content["fields"], "is_restricted": False, "slug": "elsewhere"}
    kept = HistoryEntry.objects.create(
        kind=version.kind, object_id=event.pk, event="Changed",
        content={**version.content, "fields": open_to_all},
    )  # fmt: skip
    editor_client.post(admin_address(event, "version", event.pk, kept.pk))
    before = event.slug
    event.refresh_from_db()
    assert (event.is_restricted, event.slug) == (True, before)


def test_preview_shows_a_draft_to_editors_alone(client, editor_client):
    event = make_event(state=EventState.DRAFT)
    address = admin_address(event, "preview", event.pk)
    assert event.title in editor_client.get(address).content.decode()
    assert client.get(address).status_code == 302


def test_page_of_what_is_public_links_to_it_and_is_not_deleted(editor_client):
    html = editor_client.get(change_address(make_event())).content.decode()
    assert "View on site" in html
    assert "deletelink" not in html
    draft = make_event(state=EventState.DRAFT)
    assert "View on site" not in editor_client.get(change_address(draft)).content.decode()


def test_kind_in_use_is_not_deleted(editor_client):
    used, unused = make_event().kind, make_kind("Conference")
    assert editor_client.get(admin_address(used, "delete", used.pk)).status_code == 403
    assert editor_client.get(admin_address(unused, "delete", unused.pk)).status_code == 200
