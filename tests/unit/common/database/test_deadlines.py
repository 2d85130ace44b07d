"""Nobody waits for ever for the database, and who knows that it is away does not even begin."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import monotonic
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg2 import extensions

from tests.unit.board.nowhere import database_nowhere
from tscb.common.content_version import watching
from tscb.common.content_version.watching import Known
from tscb.common.database import breaker, deadlines
from tscb.common.database.base import DatabaseWrapper

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "select pg_sleep(20)"
# The server does not notice that nobody waits any more, and a database in use cannot be removed.
STILL_ASLEEP = """select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%'"""
SOON = 10  # seconds, on a busy machine


@pytest.fixture(autouse=True)
def kept() -> Iterator[None]:
    """Deadlines as in a process that serves visitors."""
    deadlines.set_up()
    yield
    extensions.set_wait_callback(None)
    connection.close()
    ask(STILL_ASLEEP)


@pytest.fixture
def mute() -> Iterator[BaseDatabaseWrapper]:
    """A connection to a server that takes calls and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server, database_nowhere() as lost:
        lost.settings_dict["PORT"] = server.getsockname()[1]
        yield lost


@contextmanager
def nobody_answers(**more: Any) -> Iterator[None]:
    """What the watch of this process has found out, within."""
    before = watching._watch.known
    watching._watch.known = replace(Known(), answers=False, **more)
    try:
        yield
    finally:
        watching._watch.known = before


def ask(sql: str = "select 1") -> object:
    with connections["default"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def test_engine_is_ours_and_answers_as_ever():
    assert isinstance(connections["default"], DatabaseWrapper)
    assert ask() == 1


def test_question_ends_at_its_deadline_and_the_next_one_is_answered():
    ask()
    with deadlines.at_most(0.2), pytest.raises(OperationalError, match="in time"):
        ask(LONG)
    connection.close_if_unusable_or_obsolete()
    assert ask() == 1


def test_all_questions_of_a_block_share_one_deadline():
    def ask_often() -> None:
        for _ in range(100):
            ask("select pg_sleep(0.1)")

    with deadlines.at_most(30), deadlines.at_most(0.4), pytest.raises(OperationalError):
        ask_often()


def test_inner_block_gives_no_more_time_than_the_outer():
    with deadlines.at_most(0.2), deadlines.at_most(30), pytest.raises(OperationalError):
        ask(LONG)


def test_server_that_takes_calls_and_says_nothing(mute):
    began = monotonic()
    with deadlines.at_most(0.3), pytest.raises(OperationalError, match="in time"):
        ask()
    assert monotonic() - began < SOON


def test_statement_that_fails_says_why_as_ever():
    with pytest.raises(Exception, match="nonsense"):
        ask("select nonsense")
    assert ask() == 1


def test_question_is_not_asked_while_nobody_answers():
    with nobody_answers(), pytest.raises(OperationalError, match="not asked"):
        ask()


def test_open_connection_is_not_asked_either():
    ask()
    with nobody_answers():
        with pytest.raises(OperationalError, match="not asked"):
            ask()
        assert not connection.is_usable()
    assert ask() == 1


def test_who_waits_already_gives_up_as_soon_as_nobody_answers(monkeypatch):
    ask()
    found_out = threading.Timer(0.2, monkeypatch.setattr, (breaker, "is_away", lambda: True))
    monkeypatch.setattr(deadlines, "is_away", lambda: breaker.is_away())
    found_out.start()
    with pytest.raises(OperationalError, match="in time"):
        ask(LONG)
    found_out.join()


def test_last_thread_does_not_wait_when_all_others_do(monkeypatch):
    ask()
    others = {-number: 0.0 for number in range(1, deadlines.WAITING_AT_MOST + 1)}
    monkeypatch.setattr(deadlines, "_waiting", dict(others))
    with pytest.raises(OperationalError, match="in time"):
        ask(LONG)
    assert deadlines._waiting == others


def test_last_thread_waits_like_any_other_while_the_database_is_heard(monkeypatch):
    others = dict.fromkeys(range(-deadlines.WAITING_AT_MOST, 0), 0.0)
    monkeypatch.setattr(deadlines, "_waiting", others)
    monkeypatch.setattr(breaker, "JUST", 60.0)
    monkeypatch.setattr(watching._watch, "known", replace(Known(), asked_at=monotonic()))
    ask("select pg_sleep(0.4)")


def test_one_late_answer_is_no_outage():
    with nobody_answers(asked_at=monotonic()):
        assert ask() == 1


@pytest.mark.parametrize(
    ("error", "outage"),
    [(OperationalError(), True), (InterfaceError(), True), (ValueError(), False), (None, False)],
)
def test_what_may_go_well_in_a_minute(error, outage):
    assert breaker.is_an_outage(error) is outage
