"""Asking for a place. It is held for a day; it is the person's once they have confirmed by mail.

Who asks learns the same whether the address is known here or not; what is kept already is told by
mail alone.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from tscb.events.bookings import mails, places, rules
from tscb.events.models import Booking, LearningEvent, Participant

HELD_FOR = timedelta(days=1)


class Outcome(models.TextChoices):
    """What somebody is told at once; each stands in an address."""

    HELD = "held"
    WAITING = "waiting"


@dataclass(frozen=True)
class Asked:
    """What was typed: the mailbox, the fields of a booking, and the form's own mark."""

    email: str
    details: dict[str, Any]
    pressed: UUID | None = None


@transaction.atomic
def ask(*, event: LearningEvent, asked: Asked) -> Outcome:
    """Raises ValidationError where nobody can book."""
    event = places.locked(event.pk)
    rules.check_open(event)
    places.fill(event)
    has_room = bool(places.room(event))
    known = booking_of(event, asked.email)
    if known and asked.pressed and known.pressed == asked.pressed:  # a double click
        return _told(known.held_until is not None)
    rules.check_place(event, has_room)
    _keep(known or _new(event, asked), asked, has_room)
    places.note_full(event)
    return _told(has_room)


def booking_of(event: LearningEvent, email: str) -> Booking | None:
    mine = Participant.objects.of(email).values("pk")
    found = event.bookings.filter(participant__in=mine).select_related("participant").first()
    if found:
        found.event = event
    return found


def _new(event: LearningEvent, asked: Asked) -> Booking:
    return Booking(event=event, participant=Participant.objects.known_by(asked.email))


def _keep(booking: Booking, asked: Asked, has_room: bool) -> None:
    """One mailbox has one booking. Only what is not confirmed yet takes the newer words."""
    if not booking.is_asked:
        mails.send(booking, mails.ALREADY)
        return
    for name, value in {**asked.details, "pressed": asked.pressed}.items():
        setattr(booking, name, value)
    booking.asked_at = timezone.now()
    if not booking.is_held:
        booking.held_until = timezone.now() + HELD_FOR if has_room else None
    booking.save()
    mails.send(booking, mails.CONFIRM if booking.held_until else mails.CONFIRM_WAITING)


def _told(has_place: bool) -> Outcome:
    return Outcome.HELD if has_place else Outcome.WAITING


@transaction.atomic
def confirm(*, booking: Booking) -> Booking:
    """A place, or the waiting list; pressing twice is pressing once. Raises ValidationError."""
    event = places.locked(booking.event_id)
    rows = Booking.objects.select_for_update(of=("self",)).select_related("participant")
    found = rows.filter(pk=booking.pk).first()
    if found is None or not found.is_asked:
        return found or booking
    rules.check_confirmable(event)
    found.event = event
    places.fill(event)
    rules.check_place(event, found.is_held or bool(places.room(event)))
    places.settle(found)
    return found
