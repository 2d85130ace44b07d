"""The table of an agreement's moves: nothing that is not in it happens."""

from itertools import product

import pytest

from referrals.models import AgreementState
from referrals.models.agreement_state import ANSWERS, NEXT_OF_AGREEMENT, can_turn, check_turn
from referrals.models.status import WrongState

STATES = list(AgreementState)
FIRST = {AgreementState.ASKED, AgreementState.ATTESTED, *ANSWERS}
AFTER_ASKED = {*ANSWERS, AgreementState.REPLACED}


def test_every_state_is_in_the_table():
    assert set(NEXT_OF_AGREEMENT) == {None, *STATES}


@pytest.mark.parametrize(("state", "to"), list(product([None, *STATES], STATES)))
def test_moves_are_those_of_the_table(state, to):
    allowed = {None: FIRST, AgreementState.ASKED: AFTER_ASKED}.get(state, set())
    assert can_turn(state, to) == (to in allowed)
    if to not in allowed:
        with pytest.raises(WrongState, match="answered, or replaced"):
            check_turn(state, to)


def test_each_answer_is_an_event_of_its_own():
    assert len(set(ANSWERS.values())) == len(ANSWERS) == 3
