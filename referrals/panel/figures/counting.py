"""What is counted of the cases that came within a year, by quarter, by agency and by outcome.

Through the door of whoever looks: what they may not see is not counted for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import TruncQuarter
from django.utils import timezone

from referrals.models import ClockEvent, Deadline, Outcome, Referral, Status
from referrals.models.referral import Referrals
from referrals.models.status import STOPS_CLOCKS
from tscb.board.models import User
from tscb.common.quarters import quarter_in_words
from tscb.common.reporting_years import ReportingYear

WHOLE = "All"
IS_WITHDRAWN = Q(status=Status.WITHDRAWN) | Q(case__outcome=Outcome.WITHDRAWN)
IS_DECIDED = ~IS_WITHDRAWN & ~Q(case__outcome="")
AGENCY = Case(
    When(case__agency=None, then=Value("Another agency")), default=F("case__agency__name")
)


@dataclass(frozen=True)
class Line:
    """`received` is the sum of the next three. `measured`: those whose time to decide is over or
    was met, of which so many `in_time`."""

    name: str
    received: int = 0
    open: int = 0
    decided: int = 0
    withdrawn: int = 0
    measured: int = 0
    in_time: int = 0

    @property
    def late(self) -> int:
        return self.measured - self.in_time

    @property
    def share(self) -> int | None:
        """Per cent decided in time."""
        return round(100 * self.in_time / self.measured) if self.measured else None


@dataclass(frozen=True)
class Figures:
    whole: Line
    quarters: list[Line]
    agencies: list[Line]
    outcomes: list[tuple[str, int]]


COUNTS = {
    "received": Count("pk"),
    "open": Count("pk", filter=~IS_WITHDRAWN & Q(case__outcome="")),
    "decided": Count("pk", filter=IS_DECIDED),
    "withdrawn": Count("pk", filter=IS_WITHDRAWN),
    "measured": Count("pk", filter=Q(is_measured=True)),
    "in_time": Count("pk", filter=Q(is_measured=True, is_late=False)),
}


def countable(user: User) -> tuple[Referrals, bool]:
    """What is counted for this person; sample cases only as long as there are no others, and then
    it says so."""
    visible = Referral.objects.visible_to(user).order_by()
    real = visible.filter(is_sample=False)
    return (real, False) if real.exists() else (visible, visible.exists())


def within(referrals: Referrals, year: ReportingYear) -> Referrals:
    first, end = year.moments
    return referrals.filter(submitted_at__gte=first, submitted_at__lt=end)


def figures_of(referrals: Referrals) -> Figures:
    timed = with_timeliness(referrals)
    quarters = _rows(
        timed, line=TruncQuarter("submitted_at", tzinfo=timezone.get_current_timezone())
    )
    agencies = _rows(timed, line=AGENCY)
    by_outcome = timed.exclude(case__outcome="").values("case__outcome").annotate(n=Count("pk"))
    outcomes = {row["case__outcome"]: row["n"] for row in by_outcome}
    return Figures(
        whole=Line(WHOLE, **timed.aggregate(**COUNTS)),
        quarters=[Line(quarter_in_words(line), **counts) for line, counts in quarters],
        agencies=[Line(line, **counts) for line, counts in agencies],
        outcomes=[(str(one.label), outcomes.get(one.value, 0)) for one in Outcome],
    )


def with_timeliness(referrals: Referrals) -> Referrals:
    """By the deadlines that a decision meets, each counted by the rule of its own day."""
    to_decide = Deadline.objects.filter(
        referral=OuterRef("pk"), rule__ends_with=ClockEvent.DECIDED, due_on__isnull=False
    )
    over = Q(met_on=None, due_on__lt=timezone.localdate()) & ~Q(referral__status__in=STOPS_CLOCKS)
    late = Q(met_on__gt=F("due_on")) | over
    return referrals.annotate(
        is_measured=Exists(to_decide.filter(Q(met_on__isnull=False) | over)),
        is_late=Exists(to_decide.filter(late)),
    )


def _rows(referrals: Referrals, **line: Any) -> Iterable[tuple[Any, dict[str, int]]]:
    named: Any = referrals.annotate(**line)  # the type checker does not know of "line"
    for row in named.values("line").annotate(**COUNTS).order_by("line"):
        yield row.pop("line"), row
