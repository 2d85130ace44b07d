"""What is kept of people, and how long: deleted by rule, by work that may be done again any time.

An unconfirmed booking goes after a week, access needs when the event has ended, and everything else
about a person when the months of the event's kind are over; how many came of which agency stays.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tscb.common.one_by_one import each
from tscb.common.publishing.due import months_after
from tscb.events.bookings import places
from tscb.events.models import (
    AgencyCount,
    Booking,
    BookingState,
    EventState,
    FeedbackLink,
    Invitation,
    LearningEvent,
    OwnLink,
    Participant,
)

UNCONFIRMED_FOR = timedelta(days=7)
JUST_MADE = timedelta(days=1)


def delete_what_is_due() -> None:
    forget_unconfirmed()
    forget_access_needs()
    each(list(events_due()), erase, what="events whose bookings fall due")
    forget_links()
    forget_people()


def forget_unconfirmed() -> None:
    now = timezone.now()
    old = Q(asked_at__lt=now - UNCONFIRMED_FOR) | Q(event__starts_at__lte=now)
    # Asked in the deletion itself, too: what is confirmed in this very moment stays.
    asked = Booking.objects.filter(state=BookingState.ASKED)
    asked.filter(pk__in=asked.filter(old).values("pk")).delete()


def forget_access_needs() -> None:
    over = LearningEvent.objects.past().values("pk")
    Booking.objects.filter(event__in=over, access_needs__isnull=False).update(access_needs=None)


def events_due() -> Iterable[LearningEvent]:
    today = timezone.localdate()
    """A draft has no bookings, and may get a time to come yet."""
    over = LearningEvent.objects.past().exclude(state=EventState.DRAFT)
    for event in over.filter(bookings_deleted_at=None).select_related("kind"):
        if months_after(timezone.localdate(event.ends_at), event.kind.months_kept) <= today:
            yield event


@transaction.atomic
def erase(event: LearningEvent) -> None:
    """The numbers are kept, then the rows go."""
    event = places.locked(event.pk)
    if event.bookings_deleted_at:
        return
    for line in live_counts(event):
        AgencyCount.objects.create(
            event=event, agency=line.agency, booked=line.booked, came=line.came
        )
    event.bookings.all().delete()
    event.invitations.all().delete()
    LearningEvent.objects.filter(pk=event.pk).update(bookings_deleted_at=timezone.now())


@dataclass(frozen=True)
class Line:
    """One agency at one event."""

    agency: str
    booked: int
    came: int


def counts_of(event: LearningEvent) -> list[Line]:
    """The same before and after the bookings are deleted."""
    if not event.bookings_deleted_at:
        return live_counts(event)
    return [Line(one.agency, one.booked, one.came) for one in event.counts.all()]


def live_counts(event: LearningEvent) -> list[Line]:
    """Of those who are booked; an agency on no list counts once, whatever its capitals."""
    named: dict[str, str] = {}
    numbers: dict[str, list[int]] = {}
    for booking in event.bookings.booked().select_related("agency"):
        name = booking.agency_name or "Not said"
        key = named.setdefault(name.casefold(), name)
        booked, came = numbers.get(key, [0, 0])
        numbers[key] = [booked + 1, came + booking.has_come]
    return [Line(name, *numbers[name]) for name in sorted(numbers)]


def forget_links() -> None:
    now = timezone.now()
    for links in (OwnLink.objects, FeedbackLink.objects, Invitation.objects):
        links.filter(expires_at__lt=now).delete()


def forget_people() -> None:
    """Whoever is in no booking and in no invitation."""
    since = timezone.now() - JUST_MADE
    alone = Participant.objects.filter(bookings=None, invitations=None, created_at__lt=since)
    alone.delete()
