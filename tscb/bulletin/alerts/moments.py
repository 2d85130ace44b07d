"""When alerts are gathered, in the board's own time: each letter tells what came out until then."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from tscb.bulletin.models import Rhythm

MONDAY = 0
# On which days, and at what time: late enough for “on the day it is published”, and else first
# thing on a Monday, or on the first of a month.
GATHERED: dict[str, tuple[Callable[[date], bool], time]] = {
    Rhythm.AT_ONCE: (lambda day: True, time(16)),
    Rhythm.WEEKLY: (lambda day: day.weekday() == MONDAY, time(8)),
    Rhythm.MONTHLY: (lambda day: day.day == 1, time(8)),
}
# What somebody was just publishing at that moment has its time, and is committed by then.
SETTLED_AFTER = timedelta(minutes=5)


def last_moment(rhythm: str, now: datetime) -> datetime:
    """The newest of this rhythm that is settled."""
    is_day, at = GATHERED[rhythm]
    settled = timezone.localtime(now - SETTLED_AFTER)
    days = (settled.date() - timedelta(days=ago) for ago in range(32))
    moments = (datetime.combine(day, at, settled.tzinfo) for day in days if is_day(day))
    return next(moment for moment in moments if moment <= settled)
