"""Working days of England and Wales, substitute days and one-off holidays included."""

from datetime import date

import pytest

from tscb.board.calendar import (
    add_working_days,
    bank_holidays,
    is_bank_holiday,
    is_known,
    is_working_day,
    known_until,
)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),  # Boxing Day on a Saturday
        (date(2026, 12, 28), False),  # its substitute day
        (date(2026, 12, 29), True),
        (date(2027, 12, 27), False),  # substitute for Christmas Day on a Saturday
        (date(2027, 12, 28), False),  # substitute for Boxing Day on a Sunday
        (date(2022, 1, 3), False),  # substitute for New Year's Day on a Saturday
        (date(2020, 5, 4), True),  # the early May holiday moved to VE Day
        (date(2020, 5, 8), False),
        (date(2022, 6, 3), False),  # Platinum Jubilee
        (date(2022, 9, 19), False),  # state funeral
        (date(2023, 5, 8), False),  # coronation
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 3, 17), True),  # a holiday in Northern Ireland alone
        (date(2026, 11, 30), True),  # a holiday in Scotland alone
        (date(2026, 11, 28), False),  # Saturday
        (date(2026, 11, 29), False),  # Sunday
    ],
)
def test_working_day_follows_the_list_for_england_and_wales(day, working):
    assert is_working_day(day) is working


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 11, 23), 15, date(2026, 12, 14)),
        (date(2026, 12, 21), 5, date(2026, 12, 30)),  # over Christmas
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # over New Year
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Easter
        (date(2026, 11, 30), -1, date(2026, 11, 27)),
        (date(2026, 12, 29), -2, date(2026, 12, 23)),
        (date(2026, 11, 28), 0, date(2026, 11, 28)),
    ],
)
def test_add_working_days(start, count, expected):
    assert add_working_days(start, count) == expected


def test_days_closed_by_the_board_do_not_count():
    closed = {date(2026, 11, 24)}
    assert not is_working_day(date(2026, 11, 24), closed)
    assert add_working_days(date(2026, 11, 23), 1, closed) == date(2026, 11, 25)


def test_known_until_is_the_last_day_the_list_speaks_of():
    assert known_until() == max(bank_holidays())
    assert is_bank_holiday(known_until())
    assert is_known(known_until())
    assert not is_known(date(known_until().year + 1, 1, 1))
    assert not is_known(date(2011, 12, 31))


def test_the_list_needs_no_network():
    assert bank_holidays()[date(2026, 12, 25)] == "Christmas Day"
