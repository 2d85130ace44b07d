"""A deadline in words, whatever became of it."""

from datetime import date

import pytest

from referrals.clock.phrases import Pace, Phrases
from referrals.models import Deadline, Referral, Status
from tests.factories.clock import LISTED

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "due", "pace", "words"),
    [
        (MONDAY, date(2026, 11, 26), Pace.SOON, "due in 3 working days (Thursday 26 November)"),
        (MONDAY, date(2026, 11, 24), Pace.SOON, "due in 1 working day (Tuesday 24 November)"),
        (MONDAY, date(2027, 1, 4), Pace.LATER, "due in 27 working days (Monday 4 January 2027)"),
        (MONDAY, MONDAY, Pace.SOON, "due today (Monday 23 November)"),
        (
            FRIDAY, date(2026, 11, 28), Pace.SOON,
            "due before the next working day (Saturday 28 November)",
        ),
        (
            MONDAY, date(2026, 11, 19), Pace.OVERDUE,
            "2 working days overdue (was due on Thursday 19 November)",
        ),
        (
            date(2026, 11, 28), FRIDAY, Pace.OVERDUE,
            "overdue (was due on Friday 27 November)",
        ),
    ],
)  # fmt: skip
def test_what_is_awaited(today, due, pace, words):
    phrase = Phrases(today, LISTED).due(due)
    assert (phrase.pace, phrase.words) == (pace, words)


@pytest.mark.parametrize(
    ("deadline", "pace", "words"),
    [
        ({}, Pace.NOT_BEGUN, "not begun"),
        ({"due_on": FRIDAY}, Pace.SOON, "due in 4 working days (Friday 27 November)"),
        ({"due_on": MONDAY, "met_on": MONDAY}, Pace.MET, "met on Monday 23 November"),
        ({"due_on": FRIDAY, "met_on": FRIDAY}, Pace.MET, "planned for Friday 27 November"),
        (
            {"due_on": date(2026, 11, 19), "met_on": MONDAY}, Pace.MET_LATE,
            "met on Monday 23 November, 2 working days late",
        ),
        (
            {"due_on": date(2026, 11, 20), "met_on": date(2026, 11, 22)}, Pace.MET_LATE,
            "met on Sunday 22 November, late",
        ),
        ({"due_on": FRIDAY, "lasts": True}, Pace.LASTS, "until Friday 27 November"),
    ],
)  # fmt: skip
def test_whatever_became_of_it(deadline, pace, words):
    one = Deadline(referral=Referral(status=Status.RECEIVED), **deadline)
    phrase = Phrases(MONDAY, LISTED).of(one)
    assert (phrase.pace, phrase.words) == (pace, words)


def test_withdrawn_case_has_no_overdue_deadline():
    one = Deadline(referral=Referral(status=Status.WITHDRAWN), due_on=date(2026, 1, 5))
    assert Phrases(MONDAY, LISTED).of(one).pace == Pace.STOPPED


def test_every_pace_has_a_colour_beside_its_words():
    assert {pace.colour for pace in Pace} == {
        "grey", "blue", "yellow", "red", "green", "orange", "purple",
    }  # fmt: skip
