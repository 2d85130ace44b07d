"""What makes the number change, whoever writes: admin, bulk update, import, or SQL by hand.

The triggers look at rows, not at statements: one that changed nothing is no change, and the
worker sends many of those.
"""

from collections.abc import Iterable

import pgtrigger
from django.db import migrations

# The function is made by the migration `common/0006_content_version`.
CHANGED = "PERFORM common_content_changed(); RETURN NULL;"


def bumps(*, only: str = "", ignoring: Iterable[str] = ()) -> list[pgtrigger.Trigger]:
    """For the Meta of a model that public pages show.

    `only`: an SQL condition on {row}, where some rows alone are public. `ignoring`: columns whose
    change by itself nobody sees, such as the signs of life of a long check.
    """
    return [
        pgtrigger.Trigger(
            name="content_changed",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=f"{_unless_unseen(only)}{_unless_same(sorted(ignoring))}{CHANGED}",
        ),
        pgtrigger.Trigger(
            name="content_emptied",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=pgtrigger.Truncate,
            func=CHANGED,
        ),
    ]


def bumps_between(*tables: str) -> migrations.RunSQL:
    """A migration's operation: the same for tables between two models, which have no Meta."""
    return migrations.RunSQL(
        "".join(
            f"CREATE TRIGGER content_changed AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION common_note_content();"
            f"CREATE TRIGGER content_emptied AFTER TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION common_note_content();"
            for table in tables
        ),
        "".join(
            f"DROP TRIGGER content_changed ON {table}; DROP TRIGGER content_emptied ON {table};"
            for table in tables
        ),
    )


def _unless_unseen(only: str) -> str:
    if not only:
        return ""
    before, after = only.format(row="OLD"), only.format(row="NEW")
    return f"IF ({before}) IS NOT TRUE AND ({after}) IS NOT TRUE THEN RETURN NULL; END IF; "


def _unless_same(ignoring: list[str]) -> str:
    same = "OLD IS NOT DISTINCT FROM NEW"
    if ignoring:
        columns = ", ".join(f"'{column}'" for column in ignoring)
        same = f"to_jsonb(OLD) - ARRAY[{columns}] = to_jsonb(NEW) - ARRAY[{columns}]"
    return f"IF TG_OP = 'UPDATE' AND {same} THEN RETURN NULL; END IF; "
