"""The table of states."""

from io import StringIO

import pytest
from django.core.management import call_command

from referrals.management.commands import draw_states
from referrals.models import Verb
from referrals.models.status import (
    NEXT,
    SEEN_BY_THE_PANEL,
    Status,
    WrongState,
    can_move,
    check_move,
)
from referrals.states_drawn import PAGE, picture, redrawn


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
        (Status.WITH_PANEL, Status.WITHDRAWN),
        (Status.RECOMMENDED, Status.WITH_PANEL),
        (Status.RECOMMENDED, Status.DECIDED),
        (Status.DECIDED, Status.RECOMMENDED),
        (Status.DECIDED, Status.CLOSED),
        (Status.CLOSED, Status.DECIDED),
        (Status.CLOSED, Status.WITHDRAWN),
        (Status.WITHDRAWN, Status.WITH_PANEL),
        (Status.WITHDRAWN, Status.CLOSED),
    }


def test_no_move_has_the_event_of_something_else():
    moves = {event for row in NEXT.values() for event in row.values()}
    assert moves.isdisjoint({Verb.READ, Verb.REFUSED, Verb.DOWNLOADED})
    # Of one state; that a case which is opened again stands where it was, is one event.
    assert all(len({*NEXT[one].values()}) == len(NEXT[one]) for one in {*Status} - {Status.CLOSED})


def test_check_move_says_why_not():
    assert check_move(Status.DRAFT, Status.RECEIVED) == Verb.SUBMITTED
    with pytest.raises(WrongState, match="cannot be done to a referral that is received"):
        check_move(Status.RECEIVED, Status.RECEIVED)


def test_panel_sees_no_draft():
    assert Status.DRAFT not in SEEN_BY_THE_PANEL


def test_picture_in_the_documents_is_the_table():
    page = PAGE.read_text()
    assert page == redrawn(page), "Run: python manage.py draw_states"
    moves = [(one, other) for one in Status for other in Status if can_move(one, other)]
    assert picture().count(" --> ") == len(moves) + 1


def test_command_draws_it_anew_and_keeps_the_words(tmp_path, monkeypatch):
    page, words = tmp_path / "referrals.md", PAGE.read_text()
    page.write_text(words.replace("    Draft -->", "    Drift -->"))
    monkeypatch.setattr(draw_states, "PAGE", page)
    call_command("draw_states", stdout=StringIO())
    assert page.read_text() == words
