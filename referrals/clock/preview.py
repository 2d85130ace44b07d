"""What a rule would do: the day that would come out, if its clock started today."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from referrals.clock.sums import due_on
from referrals.models import ClockEvent, ClockRule
from tscb.board.working_days import calendars


def in_words(told: Mapping[str, Any]) -> str:
    """`told`: the columns of a rule, as its form gives them."""
    rule = ClockRule(**told)
    day = date_format(due_on(rule, timezone.localdate(), calendars()), "l j F Y")
    if rule.starts_with == ClockEvent.RECEIVED:
        start = "A referral received today"
    else:
        start = f"A case where today is the day of “{rule.get_starts_with_display()}”"
    return f"{start} would be due on {day}." if rule.ends_with else f"{start}: until {day}."
