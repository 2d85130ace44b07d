"""What every test starts from. Reviews, briefings and people are made by tests/factories."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management.commands import flush
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from django.test import Client, override_settings

from reviews.search import kept
from tests import emptying, migrated
from tests.factories import make_person, sign_in
from tscb.board import keeping, last_good, site
from tscb.board.models import BoardSettings, User
from tscb.board.models.settings import ONLY_ROW
from tscb.board.roles import Role


@pytest.fixture(scope="session", autouse=True)
def passwords_hash_quickly() -> Iterator[None]:
    """Argon2 is slow on purpose; that production uses it is tested where production is."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any
) -> None:
    """Each process copies one migrated database: see tests/migrated.py."""
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated.template()


@pytest.fixture(scope="session", autouse=True)
def emptied_quickly() -> Iterator[None]:
    """See tests/emptying.py."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", emptying.statements)
        patch.setattr(flush, "emit_post_migrate_signal", lambda *_, **__: None)
        yield


@pytest.fixture(autouse=True)
def nothing_kept_of_the_board() -> Iterator[None]:
    """A test's database goes away with it, so what a process keeps of it has to go too."""
    site.forget()
    kept.forget()
    last_good.path().unlink(missing_ok=True)
    yield
    site.forget()
    kept.forget()


@pytest.fixture
def facts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where questions are counted: on a slow machine a second passes between two of them, and the
    board's facts are read again."""
    monkeypatch.setattr(keeping, "FRESH_FOR", 600)


@pytest.fixture(autouse=True)
def no_keys_of_cases_kept() -> Iterator[None]:
    """They lie outside the database, so nothing takes them back with a test's transaction."""
    folder = settings.CASE_KEYS_DIR
    yield
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def nothing_kept_in_the_cache(request: pytest.FixtureRequest) -> Iterator[None]:
    """The shared cache is a table: a test's transaction takes back what it wrote, and where a test
    has none the table is emptied here."""
    yield
    if {"transactional_db", "live_server"} & set(request.fixturenames) or _is_transactional(
        request
    ):
        cache.clear()


def _is_transactional(request: pytest.FixtureRequest) -> bool:
    marker = request.node.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture
def editor(db: None) -> User:
    return make_person(Role.EDITOR)


@pytest.fixture
def second_editor(db: None) -> User:
    """Who signs off what the first one uploaded."""
    return make_person(Role.EDITOR)


@pytest.fixture
def panel_member(db: None) -> User:
    return make_person(Role.PANEL_MEMBER)


@pytest.fixture
def superuser(db: None) -> User:
    return make_person(is_superuser=True)


@pytest.fixture
def editor_client(editor: User) -> Client:
    return sign_in(Client(), editor)


@pytest.fixture
def panel_mailbox(db: None) -> str:
    """Where the panel wants to hear that a referral has come."""
    BoardSettings.objects.update_or_create(pk=ONLY_ROW, defaults={"panel_email": "p@board.example"})
    return "p@board.example"


@pytest.fixture
def store(settings, tmp_path: Path) -> Path:
    """An empty folder for the files that a test keeps."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"
