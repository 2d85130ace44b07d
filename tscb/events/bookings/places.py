"""Who gets a place. Each act locks the event's row first, so that the last place goes to one.

A place that becomes free goes to whoever has waited longest; nobody who is booked ever loses one.
"""

from django.db import transaction
from django.utils import timezone

from tscb.events.bookings import mails
from tscb.events.models import Booking, BookingState, EventState, LearningEvent


def locked(event_id: int) -> LearningEvent:
    """The event, its places ours to give until the transaction ends."""
    rows = LearningEvent.objects.select_for_update(of=("self",)).select_related("kind")
    return rows.get(pk=event_id)


def room(event: LearningEvent) -> int:
    """How many places nobody has; never less than none, though staff may have made them fewer."""
    return max(0, event.places - event.bookings.taking_places().count())


def fill(event: LearningEvent) -> None:
    """Of a locked event: gives what is free to those who wait, and notes whether any is left."""
    if event.state == EventState.PUBLISHED and not has_started(event):
        for booking in event.bookings.in_line().select_related("participant")[: room(event)]:
            booking.event = event
            take(booking)
            mails.send(booking, mails.MOVED_UP)
    note_full(event)


def has_started(event: LearningEvent) -> bool:
    return event.starts_at is not None and event.starts_at <= timezone.now()


def take(booking: Booking) -> None:
    booking.state, booking.in_line_since, booking.held_until = BookingState.BOOKED, None, None
    for name, moment in Booking.reminded(booking.event).items():
        setattr(booking, name, moment)
    booking.save()


def wait(booking: Booking) -> None:
    booking.state, booking.in_line_since = BookingState.WAITING, timezone.now()
    booking.held_until = None
    booking.save()


def settle(booking: Booking) -> None:
    """Of a locked event: a person whose mailbox it is gets a place, or waits for one."""
    if booking.is_held or room(booking.event):
        take(booking)
        mails.send(booking, mails.BOOKED)
    else:
        wait(booking)
        mails.send(booking, mails.WAITING)
    note_full(booking.event)


def note_full(event: LearningEvent) -> None:
    """For the public page; written only when it changes."""
    is_full = room(event) == 0
    if is_full != event.is_full:
        event.is_full = is_full
        event.save(update_fields=["is_full"])


@transaction.atomic
def look_again(event_id: int) -> None:
    """Holds end by time, and staff change the number of places."""
    fill(locked(event_id))
