"""When a rule falls due: working days, days, months and hours, against a plain computation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.clock.sums import add_months, due_on
from referrals.models import Days, Unit
from tests.factories.clock import CALENDARS, LISTED, rule_of
from tscb.board.calendar import is_working_day
from tscb.board.working_calendar import WorkingCalendar
from tscb.board.working_days import Calendars

DAYS = st.dates(date(2018, 1, 1), date(2028, 12, 31))


@given(start=DAYS, length=st.integers(1, 60))
def test_working_days_are_counted_one_by_one(start, length):
    day, left = start, length
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    assert due_on(rule_of(length=length), start, CALENDARS) == day


@given(start=DAYS, count=st.integers(-40, 40))
def test_months_go_from_one_to_the_next(start, count):
    """The first of the month is moved on by whole months, then the day is looked for."""
    month = start.replace(day=1)
    for _ in range(abs(count)):
        month = (month + timedelta(days=31 if count > 0 else -1)).replace(day=1)
    days = [month + timedelta(days=n) for n in range(31)]
    same = [day for day in days if day.month == month.month and day.day <= start.day]
    assert add_months(start, count) == same[-1]


@pytest.mark.parametrize(
    ("start", "length", "unit", "expected"),
    [
        (date(2027, 1, 31), 1, Unit.CALENDAR_MONTHS, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, Unit.CALENDAR_MONTHS, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, Unit.CALENDAR_MONTHS, date(2027, 2, 28)),
        (date(2026, 12, 23), 1, Unit.CALENDAR_MONTHS, date(2027, 1, 23)),  # a Saturday
        (date(2028, 2, 29), 12, Unit.CALENDAR_MONTHS, date(2029, 2, 28)),
        (date(2026, 3, 28), 2, Unit.CALENDAR_DAYS, date(2026, 3, 30)),  # the clocks go forward
        (date(2026, 10, 24), 72, Unit.HOURS, date(2026, 10, 27)),  # the clocks go back
        (date(2026, 10, 24), 25, Unit.HOURS, date(2026, 10, 26)),
        (date(2026, 12, 23), 5, Unit.WORKING_DAYS, date(2027, 1, 4)),
        (date(2026, 11, 23), -7, Unit.WORKING_DAYS, date(2026, 11, 12)),
        (date(2026, 11, 28), 1, Unit.WORKING_DAYS, date(2026, 11, 30)),
    ],
)
def test_known_days(start, length, unit, expected):
    assert due_on(rule_of(length=length, unit=unit), start, CALENDARS) == expected


def test_days_on_which_the_board_is_closed_count_for_its_own_rules_alone():
    closed = Calendars(statutory=LISTED, board=WorkingCalendar.without({date(2026, 11, 24)}))
    start = date(2026, 11, 23)
    assert due_on(rule_of(length=1), start, closed) == date(2026, 11, 24)
    assert due_on(rule_of(length=1, days=Days.BOARD), start, closed) == date(2026, 11, 25)
