"""Learning events."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from tests.factories.outbox import link_in, mails_to
from tscb.events.models import (
    Booking,
    BookingState,
    EventKind,
    EventSession,
    EventState,
    LearningEvent,
    OwnLink,
    Participant,
)

numbers = count(1)


def make_kind(name: str = "Practice update", **fields: Any) -> EventKind:
    slug = name.lower().replace(" ", "-")
    return EventKind.objects.get_or_create(name=name, slug=slug, defaults=fields)[0]


def make_event(*, days: float = 30, sessions: int = 1, **fields: Any) -> LearningEvent:
    """A published event of two hours, in so many days, unless told otherwise."""
    number = next(numbers)
    now = timezone.now()
    fields = {
        "title": f"Learning together {number}",
        "slug": f"learning-together-{number}",
        "summary": "What reviews have taught about listening.",
        "place": "Sample Hall",
        "places": 10,
        "state": EventState.PUBLISHED,
        "published_at": now - timedelta(days=60),
        **fields,
    }
    fields.setdefault("kind", None)
    fields["kind"] = fields["kind"] or make_kind()
    if fields["state"] == EventState.DRAFT:
        fields["published_at"] = None
    if fields["state"] == EventState.CANCELLED:
        fields["cancelled_at"] = now
    starts = now + timedelta(days=days)
    over = starts + timedelta(days=sessions - 1, hours=2)
    event = LearningEvent.objects.create(**fields, starts_at=starts, ends_at=over)
    for day in range(sessions):
        make_session(event, starts + timedelta(days=day))
    return event


def make_session(event: LearningEvent, starts: datetime, hours: int = 2) -> EventSession:
    ends = starts + timedelta(hours=hours)
    return EventSession.objects.create(event=event, starts_at=starts, ends_at=ends)


def make_booking(event: LearningEvent, email: str = "", **fields: Any) -> Booking:
    """Somebody has a place, unless told otherwise."""
    email = email or f"nurse{next(numbers)}@sample.example"
    fields = {"name": "Sam Sample", "other_agency": "Sample Trust", "state": "booked", **fields}
    if fields["state"] == BookingState.WAITING:
        fields.setdefault("in_line_since", timezone.now())
    if fields.get("agency"):
        fields["other_agency"] = ""
    participant = Participant.objects.known_by(email)
    return Booking.objects.create(event=event, participant=participant, **fields)


def own_link_of(booking: Booking) -> str:
    """The path that a mail would bring."""
    return f"/learning-events/mine/{OwnLink.objects.make(participant=booking.participant)}/"


def mailed_link(email: str) -> str:
    """Of the newest mail to this mailbox."""
    return link_in(mails_to(email)[-1], "/learning-events/mine/")


def subjects(email: str) -> list[str]:
    """What this mailbox was told, without the name of the event."""
    return [mail.subject.partition(":")[0] for mail in mails_to(email)]
