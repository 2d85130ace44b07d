"""Moments in words, in London's time."""

from datetime import UTC, datetime

import pytest

from tscb.board.contacts import ContactRole
from tscb.board.defaults import CONTACTS
from tscb.board.opening import advise
from tscb.board.wording import clock, in_words

NOW = datetime(2026, 12, 23, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 12, 23, 17, tzinfo=UTC), "5pm"),
        (datetime(2026, 12, 23, 8, 30, tzinfo=UTC), "8:30am"),
        (datetime(2026, 12, 23, 9, 5, tzinfo=UTC), "9:05am"),
        (datetime(2026, 12, 23, 12, tzinfo=UTC), "midday"),
        (datetime(2026, 12, 23, 12, 15, tzinfo=UTC), "12:15pm"),
        (datetime(2026, 12, 23, 0, tzinfo=UTC), "midnight"),
        (datetime(2026, 12, 23, 0, 10, tzinfo=UTC), "12:10am"),
        (datetime(2026, 7, 1, 16, tzinfo=UTC), "5pm"),
    ],
)
def test_clock(moment, words):
    assert clock(moment) == words


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
    assert (now.role, now.when) == (ContactRole.OUT_OF_HOURS, "until 8:30am tomorrow")
    assert (other.role, other.when) == (ContactRole.OFFICE_HOURS, "from 8:30am tomorrow")
