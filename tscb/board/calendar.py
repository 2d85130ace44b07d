"""Working days and bank holidays of England and Wales, from the list that ships with a package.

Never asks the network. Closures of the board's own come from the caller.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@cache
def bank_holidays() -> dict[date, str]:
    """Every known bank holiday with its name, substitute days and one-off holidays included."""
    listed = BankHolidays(use_cached_holidays=True).get_holidays(BankHolidays.ENGLAND_AND_WALES)
    return {holiday["date"]: holiday["title"] for holiday in listed}


def is_bank_holiday(day: date) -> bool:
    return day in bank_holidays()


@cache
def known_from() -> date:
    return min(bank_holidays())


@cache
def known_until() -> date:
    """The last day of which the list can speak; of any later day nobody here knows."""
    return max(bank_holidays())


def is_known(day: date) -> bool:
    return known_from() <= day <= known_until()


def is_working_day(day: date, closed: Collection[date] = ()) -> bool:
    """Monday to Friday, no bank holiday, and none of the days the caller names as closed."""
    return day.weekday() < SATURDAY and not is_bank_holiday(day) and day not in closed


def add_working_days(day: date, count: int, closed: Collection[date] = ()) -> date:
    """The working day that is `count` working days after `day`, which itself is day 0.

    A negative count goes back. A count of 0 gives the day itself, working day or not. Whether the
    calendar knows the result's year is for the caller to ask (`is_known`).
    """
    step = ONE_DAY if count > 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, closed):
            day += step
    return day
