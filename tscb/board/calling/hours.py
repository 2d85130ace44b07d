"""When a contact point answers: stretches of time, with bank holidays and closures cut out.

Moments are kept in UTC, so that the nights when the clocks change compare rightly.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from tscb.board.calendar import ONE_DAY, is_bank_holiday, is_known
from tscb.board.calling.contacts import ClosedTime, Contact, Hours

LONDON = ZoneInfo("Europe/London")
DAYS_AHEAD = 14
DAYS_OF_WEEK = range(7)
LAST_MINUTE = time(23, 59)

Period = tuple[datetime, datetime]


def moment_of(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=LONDON).astimezone(UTC)


def midnight_after(day: date) -> datetime:
    return moment_of(day + ONE_DAY, time.min)


def end_of(day: date, at: time) -> datetime:
    """No clock knows 24:00: who closes in the last minute of a day closes at midnight."""
    return midnight_after(day) if at >= LAST_MINUTE else moment_of(day, at)


def make_sense(hours: Iterable[Hours]) -> bool:
    """Whether there are hours at all, each opening before it closes, none running into another."""
    ordered = sorted(hours, key=lambda one: (one.weekday, one.opens))
    each = all(one.opens < one.closes and one.weekday in DAYS_OF_WEEK for one in ordered)
    apart = all(
        first.weekday != second.weekday or first.closes <= second.opens
        for first, second in pairwise(ordered)
    )
    return bool(ordered) and each and apart


def closure_makes_sense(closed: ClosedTime) -> bool:
    return closed.starts is None or closed.ends is None or closed.starts < closed.ends


def periods_ahead(
    contact: Contact,
    closed: Iterable[ClosedTime],
    today: date,
    no_holidays: Collection[date] = (),
) -> list[Period]:
    """The stretches in which the contact answers, from today until calendar or look end."""
    days = (today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD))
    closed = tuple(closed)
    works = [day for day in days if is_known(day) and _is_no_holiday(day, no_holidays)]
    return [period for day in works for period in _of_day(contact, closed, day)]


def joined(periods: Iterable[Period]) -> list[Period]:
    """The same stretches in order, those that touch or overlap made one."""
    result: list[Period] = []
    for start, end in sorted(periods):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _is_no_holiday(day: date, no_holidays: Collection[date]) -> bool:
    return day in no_holidays or not is_bank_holiday(day)


def _of_day(contact: Contact, closed: Iterable[ClosedTime], day: date) -> list[Period]:
    periods = [
        (moment_of(day, hours.opens), end_of(day, hours.closes))
        for hours in contact.hours
        if hours.weekday == day.weekday()
    ]
    for closure in closed:
        if closure.day == day:
            periods = list(_without(periods, closure))
    return periods


def _without(periods: Iterable[Period], closure: ClosedTime) -> Iterator[Period]:
    shut = moment_of(closure.day, closure.starts or time.min)
    reopens = end_of(closure.day, closure.ends or LAST_MINUTE)
    for start, end in periods:
        if start < min(end, shut):
            yield start, min(end, shut)
        if max(start, reopens) < end:
            yield max(start, reopens), end
