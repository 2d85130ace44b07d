"""Numbers beside the choices of a list that nobody narrowed, kept by a process until they change.

They are counted from every page of the site; so each process counts once, and then only asks
whether a transaction that its counting did not see has changed anything (ListChange), or whether a
scheduled publication has come. Nothing is late, and an unchanged list costs the same at any size.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

LONGEST = timedelta(hours=1)  # changes are remembered for a day

HOLDS = """NOT EXISTS (
    SELECT FROM reviews_listchange AS change
    WHERE NOT pg_visible_in_snapshot(change.transaction::text::xid8, %s::text::pg_snapshot)
)"""
# What a transaction wrote itself nobody else sees yet: its numbers are not for keeping.
STATE = """
    SELECT 'state', pg_current_snapshot()::text,
        coalesce(pg_current_xact_id_if_assigned()::text, ''),
        coalesce(floor(extract(epoch FROM min(public_from)))::bigint, 0), ({holds})::integer, NULL
    FROM {entries} WHERE public_from > %s
"""


@dataclass(frozen=True)
class Kept:
    """`snapshot` is PostgreSQL's name for all that the counting saw."""

    snapshot: str
    since: datetime
    until: datetime
    total: int
    numbers: Mapping[int, int]

    @classmethod
    def of(cls, now: datetime, comes: datetime | None, snapshot: str, *counted: Any) -> Self:
        """`comes`: when the next scheduled page comes out."""
        longest = now + LONGEST
        return cls(snapshot, now, min(longest, comes or longest), *counted)


_kept: dict[Any, Kept] = {}


def standing(entries: Any, now: datetime) -> Kept | None:
    """What was kept, if it may still be true; the database has the last word."""
    kept = _kept.get(entries)
    return kept if kept and kept.since <= now < kept.until else None


def keep(entries: Any, kept: Kept) -> None:
    _kept[entries] = kept


def forget() -> None:
    _kept.clear()
