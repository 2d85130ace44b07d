"""On which days a meeting would keep the clock of the cases that wait for one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from tscb.board.working_calendar import WorkingCalendar

NOTICE = 5  # working days in which members read the papers
LOOKED_AT = 60  # days from the first possible one


@dataclass(frozen=True)
class Suggestion:
    """`late`: how many of the deadlines have passed by then."""

    day: date
    late: int


def suggestions(due: Collection[date], today: date, calendar: WorkingCalendar) -> list[Suggestion]:
    """At most three, in order: those on which fewest deadlines are missed, spread from the first
    possible day to the last that misses no more. Takes the days by which cases have to be dealt
    with; without any, the days after the notice are as good as each other."""
    possible = days_from(calendar.add(today, NOTICE), calendar)
    late = {day: sum(one < day for one in due) for day in possible}
    fewest = min(late.values())
    good = [day for day in possible if late[day] == fewest]
    return [Suggestion(day, late[day]) for day in spread(good)]


def days_from(first: date, calendar: WorkingCalendar) -> list[date]:
    days = (first + timedelta(days=n) for n in range(LOOKED_AT))
    return [day for day in days if calendar.is_working(day)]


def spread(days: list[date]) -> list[date]:
    """The first, one in the middle, the last."""
    return sorted({days[0], days[len(days) // 2], days[-1]})
