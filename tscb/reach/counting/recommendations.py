"""Recommendations of case reviews and how they stand at the end of each quarter, the actions that
were done, and the reviews that came out.

A recommendation counts from the day its review came out. It is closed when it is done or not
accepted; the database itself notes when (`Recommendation.closed_at`). One whose day nobody noted is
closed in no quarter.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from reviews.models import Action, CaseReview, Recommendation
from tscb.common.reporting_years import midnight
from tscb.reach.counting.briefings import come_out
from tscb.reach.counting.grouping import by_agency, by_quarter, quarter_of
from tscb.reach.numbers import WHOLE, Number, at_the_ends, at_the_start, with_whole
from tscb.reach.period import Period

REVIEWS = "Case reviews published"
AT_START, ADDED = "Recommendations open at the start", "Recommendations that were added"
DONE, NOT_ACCEPTED = "Recommendations done", "Recommendations not accepted"
CLOSED = "Recommendations closed"
AT_END, OVERDUE = "Recommendations open at the end", "Recommendations overdue at the end"
NO_DAY = "Recommendations closed on a day that was not noted"
MEASURES = (AT_START, ADDED, DONE, NOT_ACCEPTED, CLOSED, AT_END, OVERDUE)
OF_OWNERS = (CLOSED, AT_END, OVERDUE)
ACTIONS_DONE = "Actions done"
ACTIONS_OVERDUE = "Actions overdue at the end"
Progress = Recommendation.Progress


def counted(period: Period) -> Iterator[Number]:
    yield from come_out(CaseReview, period, REVIEWS)
    yield from _standing(period)
    yield from _by_owner(period)
    yield from _actions(period)


def told() -> QuerySet[Recommendation]:
    """With `opened` and `closed`; what was closed before its review came out was on that day."""
    moments = Greatest("closed_at", "review__published_at")
    days = {"opened": F("review__published_at"), "closed": moments}
    return of_reviews_out().filter(with_a_day()).annotate(**days)


def of_reviews_out() -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(review__published_at__lte=timezone.now()).order_by()


def with_a_day() -> Q:
    return Q(closed_at__isnull=False) | ~Q(status__in=Recommendation.CLOSED)


def counts(first: date, end: date) -> list[Count]:
    """In the order of MEASURES, of the time from the first day to the day before `end`."""
    begins, ends = midnight(first), midnight(end)
    within = Q(closed_at__isnull=False, closed__gte=begins, closed__lt=ends)
    late = Q(due__lt=min(end, timezone.localdate()))
    filters = (
        open_at(begins),
        Q(opened__gte=begins, opened__lt=ends),
        within & Q(status=Progress.DONE),
        within & Q(status=Progress.NOT_ACCEPTED),
        within,
        open_at(ends),
        open_at(ends) & late,
    )
    return [Count("pk", filter=one) for one in filters]


def open_at(moment: Any) -> Q:
    """`closed` is the day its review came out where it is open still: `closed_at` says that."""
    return Q(opened__lt=moment) & (Q(closed_at=None) | Q(closed__gte=moment))


def _standing(period: Period) -> Iterator[Number]:
    """All quarters in one question."""
    asked = {
        f"n{place}_{nth}": count
        for place, quarter in enumerate(period.quarters)
        for nth, count in enumerate(counts(quarter, period.end_of(quarter)))
    }
    found = told().aggregate(**asked)
    by_measure = {
        measure: [
            (quarter, found[f"n{place}_{nth}"]) for place, quarter in enumerate(period.quarters)
        ]
        for nth, measure in enumerate(MEASURES)
    }
    for measure in (ADDED, DONE, NOT_ACCEPTED, CLOSED):
        yield from with_whole(measure, dict(by_measure[measure]))
    for measure in (AT_END, OVERDUE):
        yield from at_the_ends(measure, by_measure[measure])
    yield from at_the_start(AT_START, by_measure[AT_START])
    yield Number(NO_DAY, WHOLE, of_reviews_out().exclude(with_a_day()).count())


def _by_owner(period: Period) -> Iterator[Number]:
    """Of the whole time; an owner is named as the review names it."""
    asked = dict(zip(MEASURES, counts(period.first, period.end), strict=True))
    names = {f"n{nth}": measure for nth, measure in enumerate(OF_OWNERS)}
    wanted = {name: asked[measure] for name, measure in names.items()}
    rows: Any = told().values("owner").annotate(**wanted)
    for row in rows:
        if any(row[name] for name in names):
            for name, measure in names.items():
                yield Number(measure, WHOLE, row[name], row["owner"] or "No owner named")


def _actions(period: Period) -> Iterator[Number]:
    """An action is done when its state became “done”."""
    first, end = period.moments
    done = Action.objects.filter(state=Action.State.DONE, changed_at__gte=first).order_by()
    named = done.filter(changed_at__lt=end).values(
        quarter=quarter_of("changed_at"), called=F("agency__name")
    )
    counted = named.annotate(number=Count("pk"))
    rows = [{**row, "agency": row["called"]} for row in counted]
    yield from by_quarter(rows, ACTIONS_DONE, "number")
    yield from by_agency(rows, ACTIONS_DONE, "number")
    yield from _overdue_actions(period)


def _overdue_actions(period: Period) -> Iterator[Number]:
    open_then = Q(state__in=Action.OPEN) | Q(changed_at__gte=midnight(period.end))
    late = Action.objects.filter(
        open_then, due__lt=min(period.end, timezone.localdate())
    ).order_by()
    rows = list(late.values("agency__name").annotate(number=Count("pk")))
    for row in rows:
        yield Number(ACTIONS_OVERDUE, WHOLE, row["number"], row["agency__name"])
    yield Number(ACTIONS_OVERDUE, WHOLE, sum(row["number"] for row in rows))
