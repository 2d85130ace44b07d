"""Booking with a mailbox and without an account: asking, confirming, changing, cancelling."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.factories import make_event
from tests.factories.admin import change
from tests.factories.events import (
    mailed_link,
    make_booking,
    own_link_of,
    subjects,
)
from tests.factories.outbox import mails_to
from tscb.common import honeypot
from tscb.events.bookings import places
from tscb.events.models import Booking, BookingState, EventState, LearningEvent, Participant

pytestmark = pytest.mark.django_db
ME = "pat.practitioner@sample.example"


def ask(client, event, email=ME, **changes):
    typed = {
        "name": "Pat Practitioner", "email": email, "agency": "other",
        "other_agency": "Sample Trust", "pressed": str(uuid4()), **changes,
    }  # fmt: skip
    return client.post(f"{event.get_absolute_url()}book/", typed)


def confirm(client, email=ME):
    """Presses the button behind the newest link."""
    link = mailed_link(email)
    booking = Booking.objects.get(participant__in=Participant.objects.of(email))
    return client.post(f"{link}{booking.pk}/confirm/", follow=True)


def state(email=ME) -> str:
    return Booking.objects.get(participant__in=Participant.objects.of(email)).state


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_place_is_held_and_booked_once_it_is_confirmed(client):
    event = make_event(is_online=True, online_link="https://meet.example/secret")
    response = ask(client, event)
    assert response.url == f"{event.get_absolute_url()}book/held/"
    assert "We hold a place for 24 hours" in text(client.get(response.url))
    assert state() == BookingState.ASKED
    link = mailed_link(ME)
    page = text(client.get(link))
    assert state() == BookingState.ASKED
    assert "meet.example" not in page
    assert "Booked</strong>" in text(confirm(client))
    assert subjects(ME) == ["Confirm your booking", "You have a place"]
    assert "meet.example/secret" in text(client.get(link))
    assert "https://meet.example/secret" in client.get(
        f"{link}{Booking.objects.get().pk}/event.ics"
    ).content.decode().replace("\r\n ", "")


def test_mail_names_event_time_place_and_nobody(client):
    event = make_event(title="Listening & asking")
    ask(client, event)
    (mail,) = mails_to(ME)
    assert mail.subject == "Confirm your booking: Listening & asking"
    for said in ("Listening & asking", "Sample Hall", str(event.sessions.get())):
        assert said in mail.body
    assert "Pat" not in mail.body


def test_what_is_missing_is_told_and_nothing_typed_is_lost(client):
    response = ask(client, make_event(), email="nobody", name="", agency="")
    for sentence in ("Enter your name", "Enter an email address in", "Choose your agency"):
        assert sentence in text(response)
    assert 'value="nobody"' in text(response)
    assert not Participant.objects.exists()


def test_last_place_goes_to_one_and_the_next_waits(client):
    event = make_event(places=1)
    assert ask(client, event).url.endswith("held/")
    assert ask(client, event, email="second@sample.example").url.endswith("waiting/")
    assert "Full: waiting list" in text(client.get(event.get_absolute_url()))
    confirm(client, "second@sample.example")
    assert state("second@sample.example") == BookingState.WAITING
    confirm(client)
    assert state() == BookingState.BOOKED
    assert subjects("second@sample.example")[-1] == "You are on the waiting list"


def test_place_that_becomes_free_goes_to_who_waited_longest(client):
    event = make_event(places=1, is_full=True)
    booked = make_booking(event)
    first = make_booking(event, "first@sample.example", state="waiting")
    make_booking(event, "second@sample.example", state="waiting")
    link = own_link_of(booked)
    assert "Cancel your booking?" in text(client.get(f"{link}{booked.pk}/cancel/"))
    client.post(f"{link}{booked.pk}/cancel/")
    assert not Booking.objects.filter(pk=booked.pk).exists()
    first.refresh_from_db()
    assert first.is_booked
    assert state("second@sample.example") == BookingState.WAITING
    assert subjects("first@sample.example") == ["You have a place now"]
    assert subjects(booked.participant.email) == ["Your booking is cancelled"]


def test_hold_ends_and_a_late_confirmation_gets_what_is_left(client):
    event = make_event(places=1)
    ask(client, event)
    Booking.objects.update(held_until=timezone.now() - timedelta(minutes=1))
    assert ask(client, event, email="second@sample.example").url.endswith("held/")
    confirm(client)
    assert state() == BookingState.WAITING
    confirm(client, "second@sample.example")
    assert state("second@sample.example") == BookingState.BOOKED


def test_late_confirmation_where_nobody_waits_says_that_all_is_taken(client):
    event = make_event(places=1, has_waiting_list=False)
    ask(client, event)
    Booking.objects.update(held_until=timezone.now() - timedelta(minutes=1))
    make_booking(event)
    response = confirm(client)
    assert response.status_code == 409
    assert "no waiting list" in text(response)


def test_one_mailbox_has_one_booking_and_a_double_click_one_answer(client):
    event, pressed = make_event(places=1), str(uuid4())
    for email in (ME, ME.upper()):
        assert ask(client, event, email=email, pressed=pressed).url.endswith("held/")
    assert subjects(ME) == ["Confirm your booking"]
    ask(client, event, name="Pat P.")
    assert Booking.objects.get().name == "Pat P."
    confirm(client)
    ask(client, event, name="Somebody Else")
    assert Booking.objects.get().name == "Pat P."
    assert subjects(ME)[-1] == "Your booking"


def test_pressing_confirm_twice_is_pressing_once(client):
    ask(client, make_event())
    link = mailed_link(ME)
    address = f"{link}{Booking.objects.get().pk}/confirm/"
    assert client.get(address).status_code == 302
    for _ in range(2):
        assert client.post(address).url == link
    assert subjects(ME).count("You have a place") == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"booking_opens_at": timezone.now() + timedelta(days=1)}, "Booking has not opened yet."),
        ({"booking_closes_at": timezone.now() - timedelta(days=1)}, "Booking is closed."),
        ({"days": -3}, "Booking is closed."),
        ({"state": EventState.CANCELLED}, "This event has been cancelled."),
        ({"is_full": True, "has_waiting_list": False}, "no waiting list"),
    ],
    ids=["early", "late", "over", "cancelled", "full"],
)
def test_who_cannot_book_is_told_why(client, fields, sentence):
    event = make_event(**fields)
    assert sentence in text(client.get(f"{event.get_absolute_url()}book/"))
    assert sentence in text(ask(client, event))
    assert not Booking.objects.exists()


def test_last_place_that_goes_while_the_form_is_open_is_told(client):
    event = make_event(places=1, has_waiting_list=False)
    make_booking(event)
    response = ask(client, event)
    assert "no waiting list" in text(response)
    assert 'value="Pat Practitioner"' in text(response)


def test_confirming_what_was_cancelled_or_has_started_is_refused(client):
    event = make_event()
    ask(client, event)
    for fields in ({"state": "cancelled", "cancelled_at": timezone.now()},):
        LearningEvent.objects.update(**fields)
        assert "This event has been cancelled." in text(confirm(client))
    LearningEvent.objects.update(state="published", cancelled_at=None, starts_at=timezone.now())
    assert "It has started already." in text(confirm(client))


def test_details_are_changed_and_access_needs_only_where_asked(client):
    event = make_event(asks_access_needs=True)
    booking = make_booking(event)
    address = f"{own_link_of(booking)}{booking.pk}/change/"
    assert 'value="Sam Sample"' in text(client.get(address))
    typed = {"name": "Sam S.", "agency": "other", "other_agency": "Choir", "access_needs": "Ramp"}
    client.post(address, typed)
    booking.refresh_from_db()
    assert (booking.name, booking.other_agency, booking.access_needs) == ("Sam S.", "Choir", "Ramp")
    assert "Anything you need" not in text(client.get(f"{make_event().get_absolute_url()}book/"))


def test_fewer_places_throw_nobody_out_and_more_go_to_who_waits(editor_client):
    event = make_event(places=2, is_full=True)
    booked = [make_booking(event) for _ in range(2)]
    waiting = make_booking(event, state="waiting")
    change(editor_client, event, places="1")
    assert Booking.objects.booked().count() == 2
    change(editor_client, event, places="3")
    waiting.refresh_from_db()
    assert waiting.is_booked
    assert len(booked) == 2


def test_another_time_or_place_is_told_to_who_is_booked(editor_client):
    event = make_event()
    booking = make_booking(event)
    change(editor_client, event, summary="Other words.")
    assert subjects(booking.participant.email) == []
    change(editor_client, event, place="Other Hall")
    event.refresh_from_db()
    assert (event.changes, subjects(booking.participant.email)) == (1, ["The event has changed"])


def test_everybody_booked_is_told_when_it_is_cancelled(editor_client):
    event = make_event()
    emails = [make_booking(event, state=one).participant.email for one in ("booked", "waiting")]
    editor_client.post(f"/admin/events/learningevent/{event.pk}/cancel/")
    assert [subjects(email) for email in emails] == [["The event is cancelled"]] * 2


def test_event_that_has_started_moves_nobody_up():
    event = make_event(days=-0.01, places=1)
    waiting = make_booking(event, state="waiting")
    places.look_again(event.pk)
    waiting.refresh_from_db()
    assert not waiting.is_booked


def test_what_a_browser_filled_in_by_itself_costs_one_more_press(client):
    event = make_event()
    page = ask(client, event, **{honeypot.FIELD: "spam"}).content.decode()
    assert "Please press the button once more" in page
    assert honeypot.FIELD not in page
    assert not Booking.objects.exists()
    assert ask(client, event).url.endswith("held/")
