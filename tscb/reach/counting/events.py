"""Learning events that were held, who came of which agency, and what it changed.

Who came to a restricted event was often involved in a case. Their agencies are told by no number:
such events count in the sums, and among the agencies they have one line together.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from tscb.common.publishing.history import HistoryEntry
from tscb.events.afterwards.attending import NOTED
from tscb.events.models import (
    AgencyCount,
    Attendance,
    Booking,
    EventState,
    Feedback,
    LearningEvent,
    Used,
)
from tscb.reach.counting.grouping import Agencies, Row, by_agency, by_quarter, quarter_of
from tscb.reach.numbers import WHOLE, Number, with_whole
from tscb.reach.period import Period

HELD = "Learning events held"
OF_KIND = f"{HELD}: "
BOOKED, CAME = "People booked on learning events", "People who came to learning events"
REACHED, ON_LIST = "Agencies from which somebody came", "Agencies on the list today"
ANSWERS = "Answers on what a learning event changed"
OF_ANSWER = f"{ANSWERS}: "
UNNOTED = "Learning events of which nobody noted who came"
INVITED = "Events by invitation (agencies are not told)"
HAS_COME = Q(attendance=Attendance.CAME)


def counted(period: Period) -> Iterator[Number]:
    agencies = Agencies()
    yield from _events(period)
    rows = list(_people(period, agencies))
    for measure, field in ((BOOKED, "booked"), (CAME, "came")):
        yield from by_quarter(rows, measure, field)
        yield from by_agency(rows, measure, field)
    yield from _reached(rows, agencies)
    yield Number(UNNOTED, WHOLE, _unnoted(period).count())
    yield from _answers(period)


def held(period: Period) -> QuerySet[LearningEvent]:
    """Over, and not cancelled; by the day on which it began."""
    first, end = period.moments
    over = LearningEvent.objects.filter(state=EventState.PUBLISHED, ends_at__lte=timezone.now())
    return over.filter(starts_at__gte=first, starts_at__lt=end).order_by()


def _events(period: Period) -> Iterator[Number]:
    named = held(period).annotate(quarter=quarter_of("starts_at"))
    rows = list(named.values("quarter", "kind__name").annotate(number=Count("pk")))
    yield from by_quarter(rows, HELD, "number")
    for kind in sorted({row["kind__name"] for row in rows}):
        of_kind = [row for row in rows if row["kind__name"] == kind]
        yield from by_quarter(of_kind, f"{OF_KIND}{kind}", "number")


def _people(period: Period, agencies: Agencies) -> Iterator[Row]:
    """By quarter and agency: from bookings while there are any, then from what is kept of them."""
    for row in chain(_bookings(period), _kept(period)):
        named = INVITED if row["event__is_restricted"] else agencies.named(row["called"])
        yield {**row, "agency": named}


def _bookings(period: Period) -> Iterable[Row]:
    events = held(period).filter(bookings_deleted_at=None)
    booked = Booking.objects.booked().filter(event__in=events).order_by()
    # By the name that is kept when the bookings are deleted.
    called = Coalesce("agency__name", "other_agency")
    return booked.values(
        "event__is_restricted", quarter=quarter_of("event__starts_at"), called=called
    ).annotate(booked=Count("pk"), came=Count("pk", filter=HAS_COME))


def _kept(period: Period) -> Iterable[Row]:
    events = held(period).filter(bookings_deleted_at__isnull=False)
    rows = AgencyCount.objects.filter(event__in=events).order_by()
    by = {"quarter": quarter_of("event__starts_at"), "called": F("agency")}
    numbers = {"all_booked": Sum("booked"), "all_came": Sum("came")}
    # The type checker does not know of what was named.
    named: Any = rows.values("event__is_restricted", **by).annotate(**numbers)
    return named.values(
        "event__is_restricted", "quarter", "called", booked=F("all_booked"), came=F("all_came")
    )


def _unnoted(period: Period) -> QuerySet[LearningEvent]:
    """People were booked, and of none is it said whether they came. That everybody stayed away is
    in the history alone when the bookings are deleted."""
    bookings = Booking.objects.booked().filter(event=OuterRef("pk"))
    kept = AgencyCount.objects.filter(event=OuterRef("pk"))
    booked = Exists(bookings) | Exists(kept.filter(booked__gt=0))
    said = bookings.exclude(attendance=Attendance.UNKNOWN)
    unsaid = held(period).filter(booked, ~Exists(said), ~Exists(kept.filter(came__gt=0)))
    noted = HistoryEntry.objects.filter(
        kind=LearningEvent._meta.label_lower, event__startswith=NOTED
    )
    return unsaid.exclude(pk__in=noted.values("object_id"))


def _reached(rows: list[Row], agencies: Agencies) -> Iterator[Number]:
    """How many of those on the list today somebody came from."""
    came: dict[date | None, set[str]] = {WHOLE: set()}
    for row in rows:
        if row["came"] and row["agency"] in agencies.active:
            came[WHOLE].add(row["agency"])
            came.setdefault(row["quarter"], set()).add(row["agency"])
    for quarter, names in came.items():
        yield Number(REACHED, quarter, len(names))
    yield Number(ON_LIST, WHOLE, len(agencies.active))


def _answers(period: Period) -> Iterator[Number]:
    given = Feedback.objects.filter(given_on__gte=period.first, given_on__lt=period.end).order_by()
    rows = list(given.values("used", quarter=quarter_of("given_on")).annotate(number=Count("pk")))
    yield from by_quarter(rows, ANSWERS, "number")
    for value, label in Used.choices:
        numbers = {row["quarter"]: row["number"] for row in rows if row["used"] == value}
        yield from with_whole(f"{OF_ANSWER}{label}", numbers)
