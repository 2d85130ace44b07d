"""Moments in words, in London's time."""

from datetime import UTC, datetime, time

import pytest

from tscb.board.calling.contacts import ContactRole, Hours
from tscb.board.calling.opening import advise
from tscb.board.calling.wording import clock, in_words, week
from tscb.board.defaults import CONTACTS, OFFICE_HOURS

NOW = datetime(2026, 12, 23, 18, tzinfo=UTC)
MORNING, AFTERNOON = (time(9), time(12)), (time(13), time(17))


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(17), "5pm"),
        (time(8, 30), "8:30am"),
        (time(9, 5), "9:05am"),
        (time(12), "midday"),
        (time(12, 15), "12:15pm"),
        (time(0), "midnight"),
        (time(0, 10), "12:10am"),
    ],
)
def test_clock(at, words):
    assert clock(at) == words


def test_a_moment_is_said_in_londons_time():
    assert in_words(datetime(2026, 7, 1, 16, tzinfo=UTC), NOW.replace(month=7, day=1)) == (
        "5pm today"
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (23, "7pm today"),
        (24, "7pm tomorrow"),
        (25, "7pm on Friday"),
        (29, "7pm on Tuesday"),
        (30, "7pm on Wednesday 30 December"),
    ],
)
def test_day(day, words):
    assert in_words(datetime(2026, 12, day, 19, tzinfo=UTC), NOW) == words


def test_lines_say_when_they_apply():
    now, other = advise(CONTACTS, (), NOW).lines
    assert (now.role, now.when) == (
        ContactRole.OUT_OF_HOURS,
        "office closed until 8:30am tomorrow: call instead",
    )
    assert (other.role, other.when) == (
        ContactRole.OFFICE_HOURS,
        "closed now, opens 8:30am tomorrow",
    )


def test_lines_say_that_the_office_is_open():
    now, other = advise(CONTACTS, (), NOW.replace(hour=10)).lines
    assert (now.role, now.when) == (ContactRole.OFFICE_HOURS, "open now until 5pm today")
    assert (other.role, other.when) == (ContactRole.OUT_OF_HOURS, "from 5pm today")


@pytest.mark.parametrize(("day", "words"), [(24, "midnight tonight"), (25, "midnight tomorrow")])
def test_midnight_belongs_to_the_day_that_it_ends(day, words):
    assert in_words(datetime(2026, 12, day, tzinfo=UTC), NOW) == words


def test_week_draws_equal_days_together():
    assert week(OFFICE_HOURS) == [
        "Monday to Wednesday, 8:30am to 5pm",
        "Thursday, 8:30am to 4:30pm",
        "Friday, 8:30am to 4pm",
    ]


def test_week_keeps_a_break_and_days_apart():
    hours = [Hours(day, *stretch) for day in (0, 2) for stretch in (AFTERNOON, MORNING)]
    assert week(hours) == [
        "Monday, 9am to midday, 1pm to 5pm",
        "Wednesday, 9am to midday, 1pm to 5pm",
    ]


def test_week_says_midnight_for_the_last_minute():
    assert week([Hours(6, time(20), time(23, 59))]) == ["Sunday, 8pm to midnight"]


def test_week_without_hours_says_nothing():
    assert week(()) == []
