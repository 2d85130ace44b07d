"""When a rule falls due that began on a day. The day of the event is day 0, whatever the hour.

No database here: the calendars come from the caller.
"""

from calendar import monthrange
from datetime import date, timedelta

from referrals.models import ClockRule, Days, Unit
from tscb.board.working_calendar import WorkingCalendar
from tscb.board.working_days import Calendars

HOURS_OF_A_DAY = 24
MONTHS_OF_A_YEAR = 12


def due_on(rule: ClockRule, start: date, calendars: Calendars) -> date:
    """Deadlines in days or months are not moved off a weekend: the law does not move them."""
    if rule.unit == Unit.WORKING_DAYS:
        return calendar_of(rule, calendars).add(start, rule.length)
    if rule.unit == Unit.CALENDAR_MONTHS:
        return add_months(start, rule.length)
    return start + timedelta(days=whole_days(rule))


def whole_days(rule: ClockRule) -> int:
    """Of an event only the day is known: hours end with the day in which the last one lies."""
    if rule.unit == Unit.CALENDAR_DAYS:
        return rule.length
    return -(-rule.length // HOURS_OF_A_DAY)


def add_months(start: date, count: int) -> date:
    """The same day of the month, or the month's last where it has no such day."""
    years, month = divmod(start.year * MONTHS_OF_A_YEAR + start.month - 1 + count, MONTHS_OF_A_YEAR)
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, min(start.day, last))


def calendar_of(rule: ClockRule, calendars: Calendars) -> WorkingCalendar:
    return calendars.board if rule.days == Days.BOARD else calendars.statutory
