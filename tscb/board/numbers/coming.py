"""The days to come on which the office is closed, closures and bank holidays side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tscb.board.calendar import bank_holidays
from tscb.board.models import BankHolidayChange, Closure


@dataclass(frozen=True)
class ClosedDay:
    day: date
    what: str
    span: str = "all day"
    pk: int | None = None  # of a closure, which can be changed here


def closed_days(today: date, ahead: timedelta) -> list[ClosedDay]:
    until = today + ahead
    found = [*_closures(today, until), *_holidays(today, until)]
    return sorted(found, key=lambda one: (one.day, one.span))


def _closures(today: date, until: date) -> Iterator[ClosedDay]:
    for one in Closure.objects.filter(date__range=(today, until)):
        yield ClosedDay(one.date, one.reason, one.span, one.pk)


def _holidays(today: date, until: date) -> Iterator[ClosedDay]:
    changes = {one.date: one for one in BankHolidayChange.objects.filter(date__gte=today)}
    listed = {day: name for day, name in bank_holidays().items() if today <= day <= until}
    for day, name in listed.items():
        taken = day in changes and not changes[day].is_holiday
        yield ClosedDay(day, f"{name}: taken from the list, open" if taken else name)
    for day, change in changes.items():
        if change.is_holiday and day <= until:
            yield ClosedDay(day, f"{change.name} (entered by staff)")
