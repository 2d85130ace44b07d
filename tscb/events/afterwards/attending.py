"""Noting who came, and adding who came without a booking."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from tscb.board.models import User
from tscb.common.publishing import history
from tscb.events.bookings import places
from tscb.events.bookings.asking import booking_of
from tscb.events.models import Attendance, Booking, BookingState, LearningEvent, Participant

NOTED = "Noted who came"  # in the history; it outlives the bookings


def check_notable(event: LearningEvent) -> None:
    if not can_note(event):
        raise ValidationError("Who came is noted from the start of the event on.")


def can_note(event: LearningEvent) -> bool:
    return places.has_started(event) and not event.is_cancelled and not event.bookings_deleted_at


@transaction.atomic
def note(*, event: LearningEvent, listed: set[int], came: set[int], by: User) -> None:
    """Everybody else on the list that was looked at did not come."""
    event = places.locked(event.pk)
    check_notable(event)
    booked = event.bookings.booked().filter(pk__in=listed)
    booked.filter(pk__in=came).update(attendance=Attendance.CAME)
    booked.exclude(pk__in=came).update(attendance=Attendance.STAYED_AWAY)
    number = event.bookings.booked().filter(attendance=Attendance.CAME).count()
    history.record(event, f"{NOTED}: {number}", by=by)


@transaction.atomic
def add(*, event: LearningEvent, email: str, details: dict[str, Any], by: User) -> None:
    """Somebody who came without a booking; with an address they can have a certificate."""
    event = places.locked(event.pk)
    check_notable(event)
    booking = (booking_of(event, email) if email else None) or Booking(event=event)
    if email:
        booking.participant = Participant.objects.known_by(email)
    for name, value in details.items():
        setattr(booking, name, value)
    booking.state, booking.attendance = BookingState.BOOKED, Attendance.CAME
    booking.in_line_since = booking.held_until = None
    booking.save()
    history.record(event, "Somebody who came was added", by=by)
