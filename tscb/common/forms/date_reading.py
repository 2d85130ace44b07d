"""Day, month and year as people type them, read into a date, or into what is wrong with them."""

import calendar
from collections.abc import Iterable, Sequence
from datetime import date

PARTS = ("day", "month", "year")
MONTHS = [name.lower() for name in calendar.month_name]
SHORTEST_MONTH = 3


class Unreadable(Exception):
    """`parts`: which of day, month, year are wrong; the message completes "Date of birth …"."""

    def __init__(self, message: str, parts: Iterable[str] = PARTS) -> None:
        super().__init__(message)
        self.parts = tuple(parts)


def read(parts: Sequence[str]) -> date:
    """Takes the three as typed; raises Unreadable with the first thing to put right."""
    missing = [name for name, typed in zip(PARTS, parts, strict=True) if not typed]
    if missing:
        raise Unreadable(f"must include a {' and '.join(missing)}", missing)
    day, month, year = read_day(parts[0]), read_month(parts[1]), read_year(parts[2])
    longest = calendar.monthrange(year, month)[1]
    if day > longest:
        name = calendar.month_name[month]
        raise Unreadable(f"must be a real date: {name} {year} has {longest} days", ["day"])
    return date(year, month, day)


def read_day(typed: str) -> int:
    if 1 <= (day := _number(typed)) <= 31:
        return day
    raise Unreadable("must have a day between 1 and 31", ["day"])


def read_month(typed: str) -> int:
    """A number, a name or the beginning of a name: 3, 03, March, mar."""
    if 1 <= (month := _number(typed)) <= 12:
        return month
    word = typed.lower().rstrip(".")
    for number, name in enumerate(MONTHS):
        if len(word) >= SHORTEST_MONTH and name.startswith(word):
            return number
    raise Unreadable("must have a month between 1 and 12, or its name", ["month"])


def read_year(typed: str) -> int:
    if (year := _number(typed)) >= 1000:
        return year
    raise Unreadable("must have a year of 4 figures, such as 2019", ["year"])


def _number(typed: str) -> int:
    """What up to 4 figures say, or 0 for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) <= 4 else 0
