"""What `make soak` does for a thousand referrals, for a few: processes die, nothing is lost."""

import pytest

from tests.soak.counting import faults
from tests.soak.running import Outcome, Soak
from tests.soak.server import serving

pytestmark = pytest.mark.django_db(transaction=True)
SUBMISSIONS, CLIENTS = 20, 4


def test_none_is_lost_and_none_double_while_server_processes_are_killed() -> None:
    said: list[str] = []
    with serving() as server:
        outcome = Soak(server, SUBMISSIONS, CLIENTS, 15, 600, said.append).run()
    assert faults(outcome, SUBMISSIONS) == []
    assert outcome.kills >= 3
    assert "receipts" in said[-1]


def test_what_is_lost_or_double_is_found() -> None:
    """With nothing in the database, every receipt is of a referral that was lost."""
    claimed = Outcome(receipts={1: "R-2222-2222", 2: "R-2222-2222"}, problems=["somebody waits"])
    found = " ".join(faults(claimed, 3))
    for sentence in ("somebody waits", "1 people have no", "same reference", "1 lost", "receipt"):
        assert sentence in found
