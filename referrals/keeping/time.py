"""How long a case is kept: which rule fits it, from when it counts, and which cases are due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from referrals.models import CountedFrom, Outcome, Referral, RetentionRule, Status, withdrawal_of
from referrals.models.referral import Referrals

Rules = dict[str, RetentionRule]
ENDED_AT = Coalesce("case__closed_at", "withdrawal__withdrawn_at")


@dataclass(frozen=True)
class Time:
    """That of one case. `over_on`: the first day on which it may be destroyed."""

    rule: RetentionRule
    counted: date
    over_on: date

    @property
    def is_over(self) -> bool:
        return self.over_on <= timezone.localdate()


def time_of(referral: Referral, rules: Rules) -> Time | None:
    """None while the case is open, and where no rule is set for its outcome."""
    rule = rules.get(outcome_of(referral))
    ended = ended_at(referral)
    if rule is None or ended is None:
        return None
    moment = ended if rule.counted_from == CountedFrom.CLOSED else referral.submitted_at
    counted = timezone.localdate(moment)
    return Time(rule, counted, rule.over_on(counted))


def outcome_of(referral: Referral) -> str:
    if referral.status == Status.WITHDRAWN:
        return Outcome.WITHDRAWN
    return str(referral.case.outcome)


def ended_at(referral: Referral) -> datetime | None:
    if referral.status == Status.CLOSED:
        return referral.case.closed_at
    withdrawal = withdrawal_of(referral) if referral.status == Status.WITHDRAWN else None
    return withdrawal.withdrawn_at if withdrawal else None


def due(visible: Referrals, rules: Rules) -> Referrals:
    """Cases whose time is over, the longest first. `visible`: the door they come through."""
    over = visible.select_related("case", "withdrawal").defer(*SEALED).annotate(ended_at=ENDED_AT)
    return over.filter(_over(rules.values())).order_by("ended_at", "pk")


# What a list must not need a key for.
SEALED = ("answers", "unfinished", "return_email", "withdrawal__reason")


def _over(rules: Iterable[RetentionRule]) -> Q:
    found = Q(pk__in=[])
    for rule in rules:
        counted = "ended_at" if rule.counted_from == CountedFrom.CLOSED else "submitted_at"
        found |= _with(rule.outcome) & Q(**{f"{counted}__lt": _until(rule)})
    return found


def _with(outcome: str) -> Q:
    closed = Q(status=Status.CLOSED, case__outcome=outcome)
    return closed | Q(status=Status.WITHDRAWN) if outcome == Outcome.WITHDRAWN else closed


def _until(rule: RetentionRule) -> datetime:
    """Whatever was counted from before this moment is over today."""
    today = timezone.localdate()
    try:
        last = today.replace(year=today.year - rule.years)
    except ValueError:
        last = date(today.year - rule.years, 2, 28)
    return timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
