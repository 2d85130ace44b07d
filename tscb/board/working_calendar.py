"""Counting in working days: the list of bank holidays, what staff changed of it, and closed days.

The sums alone; `working_days` reads what staff entered. The day of an event is always day 0.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from tscb.board.calendar import ONE_DAY, SATURDAY, bank_holidays

DAYS_OF_A_WEEK = 7
MARK_LENGTH = 16


@dataclass(frozen=True)
class WorkingCalendar:
    """`free`: every day from Monday to Friday that is no working day, in order."""

    free: tuple[date, ...]

    @classmethod
    def without(
        cls, added: Collection[date] = (), removed: Collection[date] = ()
    ) -> "WorkingCalendar":
        """The listed bank holidays but `removed`, and the days `added`."""
        days = (bank_holidays().keys() - set(removed)) | set(added)
        return cls(tuple(sorted(day for day in days if day.weekday() < SATURDAY)))

    def is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and not self._free_between(day - ONE_DAY, day)

    def add(self, day: date, count: int) -> date:
        """The working day that is `count` working days after `day`; before it, if negative. A count
        of 0 gives the day itself, working day or not."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days come after `start`, up to and with `end`. Negative if it is the
        other way round."""
        if end < start:
            return -self.between(end, start)
        return _weekdays_until(end) - _weekdays_until(start) - self._free_between(start, end)

    @cached_property
    def mark(self) -> str:
        """Changes whenever a sum may come out differently."""
        days = ",".join(day.isoformat() for day in self.free)
        return sha256(days.encode()).hexdigest()[:MARK_LENGTH]

    def _free_between(self, start: date, end: date) -> int:
        return bisect_right(self.free, end) - bisect_left(self.free, start + ONE_DAY)


def _weekdays_until(day: date) -> int:
    """Days from Monday to Friday since the first Monday of the calendar, with this one."""
    weeks, rest = divmod(day.toordinal(), DAYS_OF_A_WEEK)  # ordinal 1 was a Monday
    return weeks * SATURDAY + min(rest, SATURDAY)
