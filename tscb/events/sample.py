"""Fictional events for a site on one's own computer: one to come, one that is full with people who
wait, one that is over, one by invitation, and earlier ones as numbers. Nobody is written to.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

import pgtrigger
from django.db import models, transaction
from django.utils import timezone

from briefings.models import Briefing
from reviews.models import CaseReview, Theme
from tscb.common.publishing import history
from tscb.common.publishing.content import snapshot
from tscb.events import facts, sample_past
from tscb.events.models import (
    Booking,
    EventKind,
    EventSession,
    EventState,
    Feedback,
    LearningEvent,
    Participant,
    Used,
)


@dataclass(frozen=True)
class Sample:
    """An event in so many days; `people` are bookings, by state."""

    slug: str
    title: str
    kind: str
    days: int
    summary: str
    theme: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    people: tuple[str, ...] = ()


SAMPLES = (
    Sample(
        "sample-seeing-the-baby",
        "Seeing the baby: what reviews have taught us",
        "practice-update",
        24,
        "Two hours on how to see, hear and write down the daily life of a child who cannot speak.",
        "neglect",
        {"place": "Sampletown Library, Example Street", "audience": "Everybody in early years"},
        ("booked", "booked"),
    ),
    Sample(
        "sample-information-sharing",
        "Sharing information with confidence",
        "training",
        38,
        "A morning of short cases: when to share, with whom, and how to note it.",
        "",
        {"is_online": True, "online_link": "https://meeting.example.org/sample", "places": 3},
        ("booked", "booked", "booked", "waiting", "waiting"),
    ),
    Sample(
        "sample-curious-practice",
        "Staying curious when families are friendly",
        "practice-update",
        -50,
        "How to go on asking when everything seems well.",
        "",
        {"place": "Sampletown Library, Example Street"},
        ("booked", "booked", "booked", "booked"),
    ),
    Sample(
        "sample-working-together",
        "Working together around one family",
        "learning-review",
        17,
        "Practitioners who were involved talk through what worked well and what did not.",
        "",
        {"place": "Sampletown Town Hall", "is_restricted": True, "places": 12},
    ),
)


@transaction.atomic
def load() -> None:
    """What is there is made anew, so that what is to come stays to come."""
    remove()
    facts.set_up()
    for sample in SAMPLES:
        if not LearningEvent.objects.filter(slug=sample.slug).exists():
            _make(sample)
    sample_past.load()


@transaction.atomic
def remove() -> None:
    """The events with all that hangs on them, and people who were in no other."""
    for event in LearningEvent.objects.filter(is_sample=True):
        people = Participant.objects.filter(bookings__event=event)
        only_here = list(
            people.exclude(bookings__event__is_sample=False).values_list("pk", flat=True)
        )
        event.bookings.all().delete()
        Participant.objects.filter(pk__in=only_here).delete()
        _delete(event)


def _delete(event: LearningEvent) -> None:
    """With its history: what was never true leaves no trace."""
    entries = history.HistoryEntry.objects.of(event)
    event.delete()
    with pgtrigger.ignore("common.HistoryEntry:append_only"):
        entries.delete()


def _make(sample: Sample) -> None:
    event = LearningEvent.objects.create(
        kind=EventKind.objects.get(slug=sample.kind),
        title=sample.title,
        slug=sample.slug,
        summary=sample.summary,
        description="Bring a question from your own work.\n\n- **Listen**\n- Ask\n- Note",
        is_sample=True,
        **sample.fields,
    )
    EventSession.objects.create(event=event, **_times(sample.days))
    event.note_completeness()
    _link(event, sample.theme)
    for number, state in enumerate(sample.people):
        _book(event, number, state)
    published = {"state": EventState.PUBLISHED, "published_at": timezone.now() - timedelta(days=90)}
    is_full = event.bookings.booked().count() >= event.places
    LearningEvent.objects.filter(pk=event.pk).update(**published, is_full=is_full)
    history.record(event, "Written", by=None, content=snapshot(event))


def _times(days: int) -> dict[str, datetime]:
    day = timezone.localdate() + timedelta(days=days)
    start = timezone.make_aware(datetime.combine(day, time(9, 30)))
    return {"starts_at": start, "ends_at": start + timedelta(hours=2)}


def _link(event: LearningEvent, theme: str) -> None:
    event.themes.set(Theme.objects.filter(slug=theme))
    if not event.is_restricted:
        event.reviews.set(_newest(CaseReview))
        event.briefings.set(_newest(Briefing))


def _newest(model: Any) -> models.QuerySet[Any]:
    return model.objects.published().filter(is_sample=True).newest_first()[:1]


def _book(event: LearningEvent, number: int, state: str) -> None:
    is_over = event.is_past
    Booking.objects.create(
        event=event,
        participant=Participant.objects.known_by(f"person{number}@sample.example"),
        name=f"Sample Person {number + 1}",
        other_agency="Sample Trust" if number % 2 else "Sampleshire Health",
        state=state,
        in_line_since=timezone.now() if state == "waiting" else None,
        attendance=("came" if number else "stayed away") if is_over else "",
        reminded_week_at=timezone.now(),
        reminded_day_at=timezone.now(),
        feedback_asked_at=timezone.now(),
    )
    if is_over and number:
        used = Used.OFTEN if number % 2 else Used.NOT_YET
        Feedback.objects.create(event=event, used=used, changed="We ask what a day is like.")
