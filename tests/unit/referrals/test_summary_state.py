"""The table of an agency's answer: what follows what, and what never does."""

import pytest

from referrals.models import SummaryState, Verb
from referrals.models.status import WrongState
from referrals.models.summary_state import (
    ANSWERED,
    NEXT_OF_SUMMARY,
    WAITED_FOR,
    check_summary_move,
)


def test_every_state_has_its_line_and_every_move_its_event():
    assert NEXT_OF_SUMMARY.keys() == {None, *SummaryState}
    assert all(isinstance(event, Verb) for to in NEXT_OF_SUMMARY.values() for event in to.values())


@pytest.mark.parametrize("state", sorted({*SummaryState} - WAITED_FOR))
def test_what_was_answered_or_taken_back_stays_so(state):
    for to in SummaryState:
        with pytest.raises(WrongState, match="sent already"):
            check_summary_move(state, to)


@pytest.mark.parametrize("to", [SummaryState.NIL, SummaryState.WITHDRAWN])
def test_nothing_known_and_taking_back_are_open_until_the_answer(to):
    for state in WAITED_FOR:
        assert check_summary_move(state, to)


def test_only_what_was_begun_can_be_sent():
    assert check_summary_move(SummaryState.STARTED, SummaryState.SENT) == Verb.SUMMARY_SENT
    with pytest.raises(WrongState):
        check_summary_move(SummaryState.ASKED, SummaryState.SENT)
    assert ANSWERED.isdisjoint(WAITED_FOR)
