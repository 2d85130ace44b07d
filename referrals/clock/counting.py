"""Counts a case's deadlines from its events, as often as one likes with the same outcome.

A case keeps the rules that were in force when it was received, in the version of that day.
"""

from datetime import date

from referrals.clock.sums import due_on
from referrals.models import ClockRule, Deadline, Referral
from tscb.board.working_days import Calendars, calendars

COUNTED = ("starts_on", "counted_on", "due_on", "met_on", "counted_with", "moved_at")


def begin(referral: Referral) -> None:
    """A deadline for each rule that is in force now. Not again: rules that change later are for
    referrals that come later."""
    if referral.deadlines.exists():
        return
    rules = ClockRule.objects.in_force()
    Deadline.objects.bulk_create(
        Deadline(referral=referral, rule=rule, lasts=rule.lasts) for rule in rules
    )


def count_anew(referral: Referral, days: Calendars | None = None) -> None:
    """`days`: for whoever counts many, so that the calendars are read once."""
    deadlines = list(referral.deadlines.select_related("rule").defer("moved_reason"))
    if not deadlines:
        return
    days = days or calendars()
    happened = dict(referral.case_events.values_list("event", "on"))
    for deadline in deadlines:
        count(deadline, happened, days)
    Deadline.objects.bulk_update(deadlines, COUNTED)


def count(deadline: Deadline, happened: dict[str, date], days: Calendars) -> None:
    """What a coordinator moved stays where it was put, as long as the clock runs at all."""
    rule = deadline.rule
    start = happened.get(rule.starts_with)
    deadline.starts_on, deadline.counted_with = start, days.mark
    deadline.counted_on = due_on(rule, start, days) if start else None
    deadline.met_on = happened.get(rule.ends_with) if start else None
    if start is None or not deadline.is_moved:
        deadline.due_on, deadline.moved_at = deadline.counted_on, None
