"""The local database's launcher, with real servers in folders that go away."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from tscb.common import embedded_database
from tscb.common.embedded_database import EmbeddedDatabaseError, running
from tscb.common.embedded_database.account import account_for
from tscb.common.embedded_database.binaries import find
from tscb.common.embedded_database.places import places_for

ENSURE = """
import pathlib, sys
from tscb.common import embedded_database
print(embedded_database.ensure(pathlib.Path(sys.argv[1])))
"""


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Path]:
    """A folder in which no database is yet."""
    folder = tmp_path / "var" / "post gres"
    yield folder
    embedded_database.remove(folder)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a database in it, which several tests stop, start and kill."""
    folder = tmp_path_factory.mktemp("used") / "postgres"
    embedded_database.ensure(folder)
    yield folder
    embedded_database.remove(folder)


def ask(address: str, *statements: str) -> list[tuple[object, ...]]:
    """Runs the statements, each committed at once, and gives the last one's rows."""
    with closing(psycopg2.connect(address)) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        return cursor.fetchall()


def test_address_starts_nothing(base: Path) -> None:
    assert embedded_database.address(base).startswith("postgres://tscb@%2F")
    assert not embedded_database.folder(base).exists()


def test_new_database_can_do_what_the_site_needs(used: Path) -> None:
    address = embedded_database.ensure(used)
    assert address == embedded_database.address(used)
    extensions = [f"create extension {name}" for name in ("pg_trgm", "unaccent", "btree_gin")]
    assert ask(address, *extensions, "select unaccent(lower('ÉŴ')), 'Ŵ' ilike 'ŵ'") == [
        ("ew", True)
    ]


def test_role_is_no_superuser_and_nothing_committed_can_be_lost(used: Path) -> None:
    address = embedded_database.ensure(used)
    assert ask(address, "select rolsuper from pg_roles where rolname = current_user") == [(False,)]
    assert ask(address, "show fsync") == [("on",)]
    assert ask(address, "show max_connections") == [("60",)]
    assert ask(address, "show listen_addresses") == [("",)]


def test_start_is_announced_in_one_line_and_a_running_server_found_in_silence(
    used: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    embedded_database.stop(used)
    embedded_database.ensure(used)
    said = capfd.readouterr()
    assert said.err.count("\n") == 1
    assert f"{embedded_database.folder(used)}; stop it with" in said.err
    embedded_database.ensure(used)
    assert capfd.readouterr() == ("", "")


def test_three_processes_at_once_start_one_server(base: Path) -> None:
    command = [sys.executable, "-c", ENSURE, str(base)]
    started = [
        subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    said = [process.communicate(timeout=60) for process in started]
    assert {out.strip() for out, _ in said} == {embedded_database.address(base)}
    assert sum(err.count("Local database in") for _, err in said) == 1


def test_data_is_kept_over_stop_and_start_in_a_folder_named_after_the_version(used: Path) -> None:
    address = embedded_database.ensure(used)
    ask(address, "create table kept (n int)", "insert into kept values (7)", "select 1")
    embedded_database.stop(used)
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(address)
    embedded_database.ensure(used)
    assert ask(address, "select n from kept") == [(7,)]
    assert (embedded_database.folder(used) / f"data-{find().major}").is_dir()


def test_killed_server_comes_back_with_all_that_was_committed(used: Path) -> None:
    address = embedded_database.ensure(used)
    ask(address, "create table killed (n int)", "insert into killed values (7)", "select 1")
    os.kill(postmaster(used), signal.SIGKILL)
    embedded_database.ensure(used)
    assert ask(address, "select n from killed") == [(7,)]


def postmaster(base: Path) -> int:
    data = places_for(base).data(find().major)
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def test_remove_deletes_the_data_and_ends_the_server(base: Path) -> None:
    address = embedded_database.ensure(base)
    embedded_database.remove(base)
    assert not embedded_database.folder(base).exists()
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(address)


def test_stop_and_remove_of_nothing_do_nothing(base: Path) -> None:
    embedded_database.stop(base)
    embedded_database.remove(base)
    assert not base.exists()


def test_data_that_cannot_be_used_gives_a_sentence_that_names_the_log(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "PATIENCE_SECONDS", 0)
    places = places_for(base)
    account = account_for(places.folder)
    account.make_private_folder(places.folder)
    data = places.data(find().major)
    account.make_private_folder(data)
    (data / "PG_VERSION").write_text("8\n")
    with pytest.raises(EmbeddedDatabaseError, match=r"did not start; .*/log says why"):
        embedded_database.ensure(base)
