"""`manage.py localdb`, on a server of the test's own."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import psycopg2
import pytest
from django.core.management import CommandError, call_command

from tscb.common import embedded_database
from tscb.common.embedded_database import binaries
from tscb.common.management.commands import localdb


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("localdb") / "postgres"
    yield base
    embedded_database.remove(base)


@pytest.fixture
def base(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(localdb, "FOLDER", folder)
    return folder


def said(action: str) -> str:
    out = StringIO()
    call_command("localdb", action, stdout=out)
    return out.getvalue()


def test_folder_says_where_the_data_lies(base: Path) -> None:
    assert said("folder").strip() == str(embedded_database.folder(base))


def test_reset_gives_an_empty_database_and_stop_ends_it(base: Path) -> None:
    assert "new and empty" in said("reset")
    psycopg2.connect(embedded_database.address(base)).close()
    assert "data is kept" in said("stop")
    with pytest.raises(psycopg2.OperationalError):
        psycopg2.connect(embedded_database.address(base))


def test_psql_opens_on_the_local_database(base: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said("psql")
    assert embedded_database.folder(base).exists()
    assert "error" not in capfd.readouterr().err


def test_without_psql_the_address_is_given(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(localdb, "PSQL", "no-such-program")
    with pytest.raises(CommandError, match="With your own: psql 'postgres://"):
        said("psql")


def test_without_a_server_a_sentence_says_so(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "PACKAGE", "no_such_package")
    monkeypatch.setattr(binaries, "DEBIAN", base)
    with pytest.raises(CommandError, match="No PostgreSQL server"):
        said("reset")
