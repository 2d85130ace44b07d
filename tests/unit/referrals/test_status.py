"""The table of states."""

import pytest

from referrals.models import Verb
from referrals.models.status import (
    NEXT,
    SEEN_BY_THE_PANEL,
    Status,
    WrongState,
    can_move,
    check_move,
)


def test_every_status_has_its_row_in_the_table():
    assert set(NEXT) == set(Status)


def test_draft_may_be_received_and_received_stays():
    assert can_move(Status.DRAFT, Status.RECEIVED)
    assert not NEXT[Status.RECEIVED]


def test_check_move_says_why_not():
    assert check_move(Status.DRAFT, Status.RECEIVED) == Verb.SUBMITTED
    with pytest.raises(WrongState, match="cannot be done to a referral that is received"):
        check_move(Status.RECEIVED, Status.RECEIVED)


def test_panel_sees_no_draft():
    assert Status.DRAFT not in SEEN_BY_THE_PANEL
