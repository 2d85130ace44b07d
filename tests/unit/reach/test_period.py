"""Years from April to March, their quarters, and what they are compared with."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from tscb.common.reporting_years import ReportingYear, year_of
from tscb.reach.period import (
    Period,
    asked_for,
    choices,
    last_eight_quarters,
    months_later,
    of_year,
    same_day,
)


@pytest.mark.parametrize(
    ("day", "begins_in", "in_short"),
    [
        (date(2025, 3, 31), 2024, "2024/25"),
        (date(2025, 4, 1), 2025, "2025/26"),
        (date(2099, 12, 31), 2099, "2099/00"),
    ],
)
def test_year_turns_on_the_first_of_april(day, begins_in, in_short):
    assert year_of(day).begins_in == begins_in
    assert year_of(day).in_short == in_short


def test_year_that_is_over_has_four_quarters_and_the_one_before_it():
    year = of_year(ReportingYear(2024))
    months = [(2024, 4), (2024, 7), (2024, 10), (2025, 1)]
    assert year.quarters == [date(*month, 1) for month in months]
    assert (year.last_day, year.is_running) == (date(2025, 3, 31), False)
    assert (year.before.first, year.before.last_day) == (date(2023, 4, 1), date(2024, 3, 31))
    assert year.name_of_before == "the year before"


def test_time_that_runs_ends_today_and_is_compared_with_the_same_days():
    year = asked_for("")
    assert year.is_running
    assert year.last_day == localdate()
    assert year.before.end == same_day(localdate() + timedelta(days=1), -1)
    assert year.end_of(year.quarters[-1]) == year.end
    assert year.name_of_before == "the same time of the year before"


def test_last_eight_quarters_end_with_the_one_that_runs():
    eight = last_eight_quarters()
    assert len(eight.quarters) == 8
    assert eight.quarters[-1] <= localdate() < months_later(eight.quarters[-1], 3)
    assert months_later(eight.before.first, 24) == eight.first


@pytest.mark.parametrize("asked", ["1999", "x", "²", "3000"])
def test_what_is_not_offered_is_not_found(asked):
    assert asked_for(asked) is None


def test_everything_that_is_offered_is_found():
    for asked, name in choices():
        found = asked_for(asked)
        assert isinstance(found, Period)
        assert (found.asked, found.name) == (asked, name)


def test_a_leap_day_has_a_day_a_year_ago():
    assert same_day(date(2024, 2, 29), -1) == date(2023, 3, 1)
