"""An event is put off, erased, or written by two at once: nobody is forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import make_event
from tests.factories.admin import admin_address, change, change_address
from tests.factories.events import make_booking, make_kind, subjects
from tests.factories.reviews import make_agency
from tests.integration.events.test_afterwards import ME, booked_long_ago, invite, people
from tests.integration.events.test_booking import ask, text
from tests.integration.referrals.test_one_bad_row import lose_key_of
from tscb.common.publishing.history import HistoryEntry
from tscb.events import background, publishing, reminders
from tscb.events.models import Booking, EventState, Invitation, LearningEvent

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def put_off(client, event, *, days: float) -> None:
    """To so many days from now, by staff in the admin."""
    starts = timezone.localtime(timezone.now() + timedelta(days=days)).replace(second=0)
    ends = starts + timedelta(hours=2)
    times = {
        f"sessions-0-{name}_at_{number}": part
        for name, moment in (("starts", starts), ("ends", ends))
        for number, part in enumerate((f"{moment:%Y-%m-%d}", f"{moment:%H:%M}"))
    }
    change(client, event, **times)


def test_who_was_reminded_of_the_old_day_is_reminded_of_the_new_one(editor_client):
    event = make_event(days=0.9)
    email = booked_long_ago(event).participant.email
    reminders.remind()
    put_off(editor_client, event, days=30)
    reminders.remind()
    assert subjects(email) == ["Reminder, within a day", "The event has changed"]
    LearningEvent.objects.update(starts_at=timezone.now() + timedelta(days=6))
    reminders.remind()
    assert subjects(email)[-1] == "Reminder, a week to go"


def test_who_has_just_been_told_gets_no_reminder_of_the_same(client, editor_client):
    moved, full = make_event(days=20), make_event(days=4, places=1, is_full=True)
    booked = booked_long_ago(moved)
    waited = booked_long_ago(full, state="waiting")
    put_off(editor_client, moved, days=4)
    for _ in range(2):
        reminders.remind()
    assert subjects(booked.participant.email) == ["The event has changed"]
    assert subjects(waited.participant.email) == ["You have a place now"]


def test_invitations_hold_until_the_new_day(editor_client):
    event = make_event(days=2, is_restricted=True)
    invite(editor_client, event, ME)
    put_off(editor_client, event, days=20)
    event.refresh_from_db()
    assert Invitation.objects.get().expires_at == event.ends_at


def test_form_that_was_open_does_not_undo_what_was_done_meanwhile(editor):
    event = make_event()
    opened = LearningEvent.objects.get(pk=event.pk)
    publishing.cancel(event=event, by=editor)
    opened.title = "Another title"
    opened.keep_standing()
    opened.save()
    event.refresh_from_db()
    assert (event.title, event.is_cancelled, event.changes) == ("Another title", True, 1)


def test_draft_of_a_day_long_past_may_get_one_to_come(editor, editor_client):
    kind = make_kind("Conference", months_kept=1)
    draft = make_event(kind=kind, days=-100, state=EventState.DRAFT)
    before = make_event(state=EventState.DRAFT, bookings_deleted_at=timezone.now())
    background.work()
    draft.refresh_from_db()
    assert draft.bookings_deleted_at is None
    assert publishing.publish(event=before, by=editor).bookings_deleted_at is None


def test_event_whose_bookings_are_deleted_keeps_its_day(editor_client):
    event = make_event(days=-100)
    change(editor_client, event, title="Another title")
    first = HistoryEntry.objects.of(event).versions().last()
    LearningEvent.objects.update(bookings_deleted_at=timezone.now())
    assert "sessions-0-starts_at_0" not in editor_client.get(change_address(event)).content.decode()
    (session,) = first.content["parts"]["sessions"]
    later = {"sessions": [{**session, "ends_at": "2099-01-01T10:00:00Z"}]}
    kept = HistoryEntry.objects.create(
        kind=first.kind, object_id=event.pk, event="Changed",
        content={**first.content, "parts": later},
    )  # fmt: skip
    editor_client.post(admin_address(event, "version", event.pk, kept.pk))
    event.refresh_from_db()
    assert event.title != "Another title"
    assert event.is_past


def test_who_asks_again_has_the_place_for_a_day(client):
    event = make_event()
    ask(client, event)
    asked = timezone.now() - timedelta(days=7) + MINUTE
    Booking.objects.update(asked_at=asked, held_until=asked + timedelta(days=1))
    ask(client, event)
    with_the_day = Booking.objects.get()
    background.work()
    assert with_the_day.is_held
    assert with_the_day.asked_at > asked + timedelta(days=6)


@pytest.mark.parametrize("days", [6, -43])
def test_one_who_cannot_be_written_to_holds_up_no_other(days):
    event = make_event(days=days)
    lost, other = (booked_long_ago(event, attendance="came") for _ in range(2))
    lose_key_of("events_participant", "email", lost.participant.pk)
    reminders.remind()
    assert len(subjects(other.participant.email)) == 1


def test_who_was_added_while_the_list_was_open_still_came(editor_client):
    event = make_event(days=-1)
    away = make_booking(event)
    added = make_booking(event, attendance="came")
    editor_client.post(people(event, "note"), {"listed": [away.pk]})
    added.refresh_from_db()
    away.refresh_from_db()
    assert (added.attendance, away.attendance) == ("came", "stayed away")


@pytest.mark.parametrize(
    ("act", "typed"), [("invite", {"emails": "somebody at work"}), ("walk_in", {"name": "Wim Q."})]
)
def test_what_was_mistyped_of_people_is_shown_again_and_in_no_cookie(editor_client, act, typed):
    event = make_event(days=-1 if act == "walk_in" else 9, is_restricted=True)
    page = editor_client.post(people(event, act), typed)
    assert next(iter(typed.values())) in text(page)
    assert "messages" not in page.cookies
    assert f'action="{people(event, act)}"' in page.content.decode()


def test_agency_that_is_called_other_is_what_the_last_choice_says(client):
    make_agency("Other")
    page = text(client.get(f"{make_event().get_absolute_url()}book/"))
    assert page.count('value="other"') == 1
    ask(client, make_event())
    assert Booking.objects.get().agency_name == "Sample Trust"
