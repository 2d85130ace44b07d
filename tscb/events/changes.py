"""What follows when staff change an event: whoever is booked is told of another time or place, and
reminded of it; invitations hold until its end; whoever waits gets what was added.
"""

from typing import Any

from django.db import transaction

from tscb.events.bookings import mails, places
from tscb.events.models import Booking, EventState, LearningEvent

Standing = tuple[Any, ...]


def where_and_when(event_id: int) -> Standing:
    """As it stands in the database now."""
    rows = LearningEvent.objects.filter(pk=event_id)
    (row,) = rows.values_list("place", "is_online", "online_link")
    sessions = LearningEvent.objects.get(pk=event_id).sessions.values_list("starts_at", "ends_at")
    return (*row, *sessions)


@transaction.atomic
def follow(event_id: int, before: Standing) -> None:
    """Each change counts for calendars, which take the entry with the highest number."""
    event = places.locked(event_id)
    is_running = event.state == EventState.PUBLISHED and not event.is_past
    if is_running and where_and_when(event_id) != before:
        event.changes += 1
        event.save(update_fields=["changes", "updated_at"])
        event.invitations.update(expires_at=event.ends_at)
        event.bookings.booked().update(**Booking.reminded(event))
        mails.tell_all(event, mails.CHANGED)
    places.fill(event)
