"""Counting in working days: against a slow plain computation, and with what staff changed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tscb.board.calendar import is_working_day
from tscb.board.models import BankHolidayChange, Closure
from tscb.board.working_calendar import WorkingCalendar
from tscb.board.working_days import calendars

DAYS = st.dates(date(2017, 1, 1), date(2029, 12, 31))
SOME_DAYS = st.sets(DAYS, max_size=30)
LISTED = WorkingCalendar.without()


def plainly_working(day: date, added: set[date], removed: set[date]) -> bool:
    """A list of reasons, one after the other."""
    if day in added or day.weekday() > 4:
        return False
    return day in removed or is_working_day(day)


@given(start=DAYS, ahead=st.integers(-400, 400), added=SOME_DAYS, removed=SOME_DAYS)
def test_days_between_are_those_that_one_counts_by_hand(start, ahead, added, removed):
    end = start + timedelta(days=ahead)
    first, last = sorted((start, end))
    days = (first + timedelta(days=n) for n in range(1, abs(ahead) + 1))
    count = sum(plainly_working(day, added, removed) for day in days if day <= last)
    calendar = WorkingCalendar.without(added, removed)
    assert calendar.between(start, end) == (count if end >= start else -count)


@given(start=DAYS, count=st.integers(1, 60), added=SOME_DAYS, removed=SOME_DAYS)
def test_adding_and_counting_agree(start, count, added, removed):
    calendar = WorkingCalendar.without(added, removed)
    for signed in (count, -count):
        end = calendar.add(start, signed)
        assert plainly_working(end, added, removed)
        assert calendar.is_working(end)
        assert (end > start) == (signed > 0)
    assert calendar.between(start, calendar.add(start, count)) == count


def test_day_of_the_event_is_day_0():
    monday = date(2026, 11, 23)
    assert LISTED.add(monday, 0) == monday
    assert LISTED.between(monday, monday) == 0
    assert LISTED.add(monday, 5) == date(2026, 11, 30)


@pytest.mark.django_db
def test_what_staff_enter_counts():
    tuesday, thursday = date(2026, 11, 24), date(2026, 11, 26)
    BankHolidayChange.objects.create(date=tuesday, name="Bank holiday for a coronation")
    BankHolidayChange.objects.create(
        date=date(2026, 12, 25), is_holiday=False, name="Moved to another day"
    )
    Closure.objects.create(date=thursday, reason="Training")
    Closure.objects.create(date=date(2026, 11, 25), starts="12:00", reason="Half a day")
    both = calendars()
    assert not both.statutory.is_working(tuesday)
    assert both.statutory.is_working(date(2026, 12, 25))
    assert both.statutory.is_working(thursday)
    assert not both.board.is_working(thursday)
    assert both.board.is_working(date(2026, 11, 25))


@pytest.mark.django_db
def test_mark_tells_one_calendar_from_another():
    before = calendars().mark
    assert calendars().mark == before
    Closure.objects.create(date=date(2026, 11, 26), reason="Training")
    after = calendars().mark
    assert after != before
    BankHolidayChange.objects.create(date=date(2026, 11, 24), name="A coronation")
    assert calendars().mark not in (before, after)
