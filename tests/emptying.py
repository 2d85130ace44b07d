"""Emptying the test database after a test that committed: only the tables that hold something.

Django truncates them all, which makes new files for every table and index, and then fills the
tables of permissions anew, which takes longer than most of the tests. Here rows are deleted, and
those that every test starts with stay (see tests/migrated.py). References between tables are
checked when all are gone; triggers that guard or copy rows rest meanwhile.
"""

from typing import Any

from django.db import connection

STAY = {"auth_group", "auth_group_permissions", "auth_permission", "django_content_type"}
CHECKED_NOW = "SET CONSTRAINTS ALL IMMEDIATE"


def statements(operations: Any, style: Any, tables: list[str], **options: Any) -> list[str]:
    """In place of the `sql_flush` of Django's operations for PostgreSQL."""
    full = [operations.quote_name(table) for table in holding(sorted({*tables} - STAY))]
    if not full:
        return []
    return [
        *(f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in full),
        *(f"DELETE FROM {name}" for name in full),  # noqa: S608 - names of our own tables
        CHECKED_NOW,
        *(f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in full),
    ]


def holding(tables: list[str]) -> list[str]:
    """Those with a row in them, in one question."""
    quoted = connection.ops.quote_name
    asked = [
        f"select '{name}' where exists (select 1 from {quoted(name)})"  # noqa: S608 - as above
        for name in tables
    ]
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(asked))
        return [name for (name,) in cursor.fetchall()]
