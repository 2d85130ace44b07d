"""Going through a table in batches, and encrypting anew what needs it while the site goes on.

A batch is read without a lock. Only what an older key made is locked, read once more, and written:
what somebody saved in between is never overwritten, and who wants to save waits for milliseconds.
No place is kept where to go on: a row says by itself whether it is done.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, field
from typing import Any

import pgtrigger
from django.db import transaction
from django.db.models import Model, QuerySet

from tscb.common.encryption import CaseKeyMissing
from tscb.common.encryption.case_keys import carry_over
from tscb.common.rotation.columns import Table
from tscb.common.rotation.tokens import State, Value, renewed, state

# Its primary key, then for each column what stands in the database, then the case of each.
Row = tuple[Any, ...]


@dataclass
class Found:
    """What was met in a batch. Rows are named by their primary keys alone."""

    seen: int = 0
    older: list[Any] = field(default_factory=list)
    lost: list[Any] = field(default_factory=list)


def look(table: Table, size: int) -> Iterator[Found]:
    """What each batch holds, changing nothing."""
    for rows in _batches(table, size):
        found = Found(seen=len(rows))
        for pk, *raw in rows:
            said = state(table.columns, _values(table, raw))
            if said != State.CURRENT:
                (found.older if said == State.OLDER else found.lost).append(pk)
        yield found


def renew(table: Table, size: int) -> Iterator[Found]:
    """The same, with what an older key made encrypted anew. `older` names what was written."""
    for found in look(table, size):
        if found.older or found.lost:
            _make_keys(table, found.older)
            _renew(table, found.older + found.lost)
        yield found


@transaction.atomic
def _renew(table: Table, keys: list[Any]) -> None:
    locked = list(_rows(table).filter(pk__in=keys).select_for_update(no_key=True))
    with _past_triggers(table.model):
        for pk, *raw in locked:
            new = renewed(table.columns, _values(table, raw))
            if new:
                table.model._base_manager.filter(pk=pk).update(**new)


def _values(table: Table, raw: list[Any]) -> list[Value]:
    half = len(table.columns)
    return list(zip(raw[:half], raw[half:], strict=True))


def _make_keys(table: Table, keys: list[Any]) -> None:
    """For cases from before there were keys; before any row is locked, so that nobody waits in a
    circle. A case whose key is lost is left as it is."""
    rows = table.model._base_manager.filter(pk__in=keys)
    for of, one in {column.of: column for column in table.columns if column.of}.items():
        for case_id in rows.order_by(of).values_list(of, flat=True).distinct():
            with suppress(CaseKeyMissing):
                carry_over(one.field, case_id)


def _rows(table: Table) -> QuerySet[Any, Row]:
    columns = {f"raw_{column.name}": column.read for column in table.columns}
    cases = {f"case_{column.name}": column.case for column in table.columns}
    rows = table.model._base_manager.order_by("pk").annotate(**columns, **cases)
    return rows.values_list("pk", *columns, *cases)


def _batches(table: Table, size: int) -> Iterator[list[Row]]:
    rows = _rows(table)
    batch = list(rows[:size])
    while batch:
        yield batch
        batch = list(rows.filter(pk__gt=batch[-1][0])[:size])


def _past_triggers(model: type[Model]) -> AbstractContextManager[None]:
    """A table that refuses changes is written past its triggers: what it says stays the same."""
    own = [trigger.get_uri(found) for found, trigger in pgtrigger.registered() if found is model]
    return pgtrigger.ignore(*own) if own else nullcontext()
