"""What the board's page of reach counts, on days that are known."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from reviews.models import Recommendation
from tests.factories.events import make_event
from tests.factories.reviews import make_recommendation, make_review
from tscb.common.reporting_years import ReportingYear, midnight
from tscb.events.models import Booking, LearningEvent
from tscb.reach.period import Period, of_year
from tscb.reach.telling import report_of
from tscb.reach.telling.parts import Part, Report, Table

YEAR = of_year(ReportingYear(2024))  # April 2024 to March 2025


def held_on(day: date, at: time = time(9, 30), **fields: Any) -> LearningEvent:
    """An event of an hour that is over."""
    event = make_event(**fields)
    starts = timezone.make_aware(datetime.combine(day, at))
    times = {"starts_at": starts, "ends_at": starts + timedelta(hours=1)}
    LearningEvent.objects.filter(pk=event.pk).update(**times)
    event.refresh_from_db()
    return event


def come_to(event: LearningEvent, number: int = 1, **fields: Any) -> None:
    """People without a mailbox, as staff add them at the door."""
    told = {"name": "Sam Sample", "state": "booked", "attendance": "came", **fields}
    Booking.objects.bulk_create(Booking(event=event, **told) for _ in range(number))


def recommended(out: date, closed: date | None = None, **fields: Any) -> Recommendation:
    """Of a review that came out that day; done on the day it was closed, unless told otherwise."""
    review = make_review(published_at=midnight(out))
    if closed:
        fields = {"status": "done", "closed_at": midnight(closed), **fields}
    return make_recommendation(review, **fields)


def report(period: Period = YEAR) -> Report:
    return report_of(period)


def part(found: Report, title: str) -> Part:
    (one,) = (part for section in found.sections for part in section.parts if part.title == title)
    return one


def table(found: Report, title: str) -> Table:
    return part(found, title).table


def line(found: Report, title: str, name: str) -> dict[str, int]:
    """One row of a table by its columns."""
    shown = table(found, title)
    (row,) = (row for row in shown.rows if row.name == name)
    return dict(zip(shown.heads, row.numbers, strict=True))
