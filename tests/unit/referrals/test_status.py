"""The table of states."""

import re

import pytest
from django.conf import settings

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


def test_table_of_moves():
    moves = {(one, other) for one in Status for other in Status if can_move(one, other)}
    assert moves == {
        (Status.DRAFT, Status.RECEIVED),
        (Status.RECEIVED, Status.WITH_PANEL),
        (Status.RECEIVED, Status.WITHDRAWN),
        (Status.WITH_PANEL, Status.WITH_PANEL),
        (Status.WITH_PANEL, Status.RECOMMENDED),
        (Status.WITH_PANEL, Status.DECIDED),
        (Status.WITH_PANEL, Status.WITHDRAWN),
        (Status.RECOMMENDED, Status.WITH_PANEL),
        (Status.RECOMMENDED, Status.DECIDED),
        (Status.DECIDED, Status.RECOMMENDED),
        (Status.DECIDED, Status.CLOSED),
        (Status.CLOSED, Status.DECIDED),
        (Status.WITHDRAWN, Status.WITH_PANEL),
        (Status.WITHDRAWN, Status.CLOSED),
    }


def test_no_move_has_the_event_of_something_else():
    moves = {event for row in NEXT.values() for event in row.values()}
    assert moves.isdisjoint({Verb.READ, Verb.REFUSED, Verb.DOWNLOADED})
    assert all(len(set(row.values())) == len(row) for row in NEXT.values())


def test_check_move_says_why_not():
    assert check_move(Status.DRAFT, Status.RECEIVED) == Verb.SUBMITTED
    with pytest.raises(WrongState, match="cannot be done to a referral that is received"):
        check_move(Status.RECEIVED, Status.RECEIVED)


def test_panel_sees_no_draft():
    assert Status.DRAFT not in SEEN_BY_THE_PANEL


def test_picture_in_the_documents_is_the_table():
    page = (settings.BASE_DIR / "docs" / "referrals.md").read_text()
    drawn = set(re.findall(r"^ +(\w+) --> (\w+):", page, re.MULTILINE))
    moves = ((one, other) for one in Status for other in Status if can_move(one, other))
    assert drawn == {(in_picture(one), in_picture(other)) for one, other in moves}


def in_picture(status: Status) -> str:
    return status.name.title().replace("_", "")
