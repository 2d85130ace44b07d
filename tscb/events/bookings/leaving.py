"""Changing a booking, cancelling it, and deleting all that is kept about a person."""

from typing import Any

from django.db import transaction

from tscb.events.bookings import mails, places
from tscb.events.models import Booking, Participant


@transaction.atomic
def change(*, booking: Booking, details: dict[str, Any]) -> None:
    """Its words, not its state."""
    Booking.objects.filter(pk=booking.pk).update(**details)


@transaction.atomic
def leave(*, booking: Booking, tell: bool = True) -> None:
    """The row goes, and the place to whoever has waited longest."""
    event = places.locked(booking.event_id)
    found = Booking.objects.filter(pk=booking.pk).select_related("participant").first()
    if found is None:
        return
    if event.is_past:
        detach(found)
        return
    found.delete()
    if tell and found.participant:
        mails.send_to(found.participant, event, mails.LEFT)
    places.fill(event)


def detach(booking: Booking) -> None:
    """Of an event that is over: that somebody of the agency came still counts; who, is gone."""
    booking.participant, booking.name, booking.access_needs = None, "", None
    booking.save(update_fields=["participant", "name", "access_needs"])


@transaction.atomic
def forget(*, participant: Participant) -> None:
    """All that is kept about a person, at their own wish. No mail: there is no address any more."""
    for booking in participant.bookings.order_by("event_id"):
        leave(booking=booking, tell=False)
    participant.delete()
