"""The watch learns within a second what was committed, and waits for no database."""

import os
import socket
from collections.abc import Iterator
from datetime import timedelta
from time import monotonic

import psycopg2
import pytest
from django.db import connection, connections
from django.utils import timezone

from tests.factories import make_review
from tests.unit.board.nowhere import NOBODY_LISTENS
from tscb.board import site
from tscb.board.models import BoardSettings
from tscb.board.models.settings import ONLY_ROW
from tscb.common.content_version import asking, moments, watching
from tscb.common.content_version.watching import FRESH_FOR, Known, Watch

pytestmark = pytest.mark.django_db(transaction=True)
SOON = 5 * watching.WITHIN  # on a busy machine


@pytest.fixture
def watch() -> Iterator[Watch]:
    one = Watch()
    yield one
    one.stop()
    one._line.close()


@pytest.fixture
def led_to(monkeypatch):
    """Leads the watch's line to another port of this machine."""

    def lead(port: int) -> None:
        real = asking.address()
        where = {**real, "host": "127.0.0.1", "port": port}
        monkeypatch.setattr(asking, "address", lambda: where)

    return lead


@pytest.fixture
def mute() -> Iterator[int]:
    """The port of a server that takes calls and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def told(monkeypatch) -> list[str]:
    """What was told to those who asked to be called."""
    calls: list[str] = []
    monkeypatch.setattr(watching, "_callbacks", [lambda: calls.append("changed")])
    return calls


def test_nothing_is_known_before_anybody_asked(watch):
    assert watch.known == Known(number=None, answers=True)
    assert not watch.known.is_fresh()


def test_change_is_told_once_and_before_it_is_known(watch, monkeypatch):
    seen: list[Known] = []
    monkeypatch.setattr(watching, "_callbacks", [lambda: seen.append(watch.known)])
    watch.look()
    first = watch.known
    watch.look()
    make_review()
    watch.look()
    assert [one.version for one in seen] == [Known().version, first.version]
    assert watch.known.number > first.number
    assert watch.known.since > first.since
    assert watch.known.is_fresh()


def test_version_stays_as_long_as_nothing_changes(watch, told):
    watch.look()
    before = watch.known
    watch.look()
    assert (watch.known.version, watch.known.since) == (before.version, before.since)
    assert watch.known.asked_at > before.asked_at
    assert told == ["changed"]


def test_scheduled_page_comes_out_by_time_alone(watch, told, monkeypatch):
    make_review(published_at=timezone.now() + timedelta(hours=1))
    watch.look()
    before = watch.known
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(watching.timezone, "now", lambda: later)
    watch.look()
    assert watch.known.number == before.number
    assert (before.newest, watch.known.newest is None) == (None, False)
    assert len(told) == 2


def test_next_day_is_another_version_of_the_same_content(watch, told, monkeypatch):
    watch.look()
    before = watch.known
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(watching.timezone, "now", lambda: tomorrow)
    watch.look()
    assert watch.known.content == before.content
    assert watch.known.version != before.version


def test_facts_of_the_board_are_read_again_before_the_number_is_told(watch):
    watch.look()
    BoardSettings.objects.update_or_create(pk=ONLY_ROW, defaults={"board_name": "New Board"})
    watch.look()
    assert site.current().board_name == "New Board"


def test_version_that_could_not_be_taken_in_is_told_again(watch, monkeypatch, caplog):
    answers = iter([True, False, False, True])

    def take_in() -> None:
        if not next(answers):
            raise ValueError("secret")

    monkeypatch.setattr(watching, "_callbacks", [take_in])
    watch.look()
    before = watch.known
    make_review()
    watch.look()
    watch.look()
    assert watch.known == before
    watch.look()
    assert watch.known.number > before.number
    lines = [record.getMessage() for record in caplog.records]
    assert [line for line in lines if "could not be taken in: ValueError" in line] == lines[:1]
    assert "secret" not in caplog.text
    assert "all is well again" in lines[-1]


def test_refusing_server_leaves_the_last_number(watch, led_to, caplog):
    watch.look()
    before = watch.known
    watch._line.close()
    led_to(NOBODY_LISTENS)
    watch.look()
    watch.look()
    assert not watch.known.answers
    assert watch.known.version == before.version
    assert caplog.text.count("does not answer") == 1


def test_mute_server_is_waited_for_half_a_second(watch, led_to, mute, caplog):
    led_to(mute)
    begun = monotonic()
    watch.look()
    assert monotonic() - begun < SOON
    assert not watch.known.answers
    assert "TooLate" in caplog.text


def test_long_question_ends_in_time(watch, monkeypatch):
    watch._sql = "SELECT pg_sleep(4), %(now)s"
    begun = monotonic()
    watch.look()
    assert monotonic() - begun < SOON
    assert not watch.known.answers


def test_line_that_was_cut_is_made_again_unnoticed(watch, caplog):
    watch.look()
    pid = watch._line._connection.get_backend_pid()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    watch.look()
    assert watch.known.answers
    assert caplog.records == []


def test_database_without_its_tables_answers_but_has_no_version(watch, monkeypatch):
    watch.look()
    monkeypatch.setattr(watch, "_sql", "SELECT number FROM not_yet_migrated WHERE at < %(now)s")
    watch.look()
    assert (watch.known.number, watch.known.answers) == (None, True)


def test_watch_that_is_silent_is_not_believed(watch):
    watch.look()
    assert not Known(number=1, asked_at=monotonic() - FRESH_FOR).is_fresh()


def test_thread_looks_until_it_is_stopped(watch, told):
    watch.start()
    watch.start()
    while watch.known.number is None:
        watch._stopped.wait(0.01)
    watch.stop()
    assert told == ["changed"]
    assert not watch._thread.is_alive()


def test_child_of_a_process_begins_a_watch_of_its_own(monkeypatch):
    parents = watching._watch
    monkeypatch.setattr(watching, "_watch", parents)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, b"own" if watching._watch is not parents else b"same")
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 4) == b"own"
    assert watching.known() is parents.known


def test_cost_does_not_grow_with_the_reviews():
    """An index leads to the newest moment."""
    with connection.cursor() as cursor:
        cursor.execute("SET enable_seqscan = off")
        cursor.execute(f"EXPLAIN {moments.question()}", {"now": timezone.now()})
        plan = "\n".join(line for (line,) in cursor.fetchall())
        cursor.execute("RESET enable_seqscan")
    assert "Index Only Scan using reviews_casereview_newest" in plan
    assert "Index Only Scan using briefings_briefing_newest" in plan


def test_line_is_no_connection_of_the_pages():
    line = asking.Line(5)
    (pid,) = line.ask("SELECT pg_backend_pid()", {})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() != (pid,)
    line.close()
    line.close()
    assert isinstance(connections["default"].connection, psycopg2.extensions.connection)
