"""One database with all migrations and the groups of all roles, made once and copied by every test
process.

Migrating takes longer than a file of tests; copying takes less than a second. It is kept until a
migration or a role changes, under a name that says which it has.
"""

import hashlib
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

from tests.quality.source import ROOT, python
from tscb.board import roles

PREFIX = "tscb_migrated_"
TAKE_TURNS = "select pg_advisory_lock(hashtextextended('tscb_migrated', 0))"


def template() -> str:
    """Its name. The first process makes it while the others wait."""
    name = PREFIX + digest()
    with connection._nodb_cursor() as cursor:  # type: ignore[attr-defined] # as Django's tests do
        cursor.execute(TAKE_TURNS)
        if name not in there(cursor):
            make(cursor, name)
    return name


def digest() -> str:
    """Of all that it is made of: migrations, the packages that bring some, and roles."""
    files = [path for path in python(migrations=True) if "migrations" in path.parts]
    others = [ROOT / "requirements.txt", Path(roles.__file__)]
    texts = [path.read_bytes() for path in [*files, *others]]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:16]


def there(cursor: Any) -> set[str]:
    cursor.execute("select datname from pg_database where starts_with(datname, %s)", [PREFIX])
    return {name for (name,) in cursor.fetchall()}


def make(cursor: Any, name: str) -> None:
    """Under another name until it is whole; those of earlier migrations go."""
    unfinished = f"{name}_unfinished"
    for earlier in there(cursor):
        cursor.execute(f'drop database if exists "{earlier}"')
    cursor.execute(f'create database "{unfinished}"')
    migrate(unfinished)
    cursor.execute(f'alter database "{unfinished}" rename to "{name}"')


def migrate(name: str) -> None:
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0)
        roles.set_up_groups()
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept
