"""Putting what was answered at one place into what a row keeps, and leaving all else alone."""

from collections.abc import Collection, Mapping
from typing import Any

from referrals.description.elements import Rows
from referrals.description.places import ID, Place, own, rows_in

Kept = dict[str, Any]


def with_answers(
    kept: Kept, place: Place, names: Collection[str], answers: Mapping[str, Any]
) -> Kept:
    """New answers to the questions named in place of the earlier ones there."""
    now = without(own(kept, place), names) | dict(answers)
    return with_row(kept, place.rows, {ID: place.row_id, **now}) if place.rows else now


def with_unfinished(
    kept: Kept, place: Place, names: Collection[str], typed: Mapping[str, Any]
) -> Kept:
    """The same for what could not be read yet: that of a row stands under the row's id."""
    if place.rows is None:
        return without(kept, names) | dict(typed)
    of_row = without(kept.get(place.row_id, {}), names) | dict(typed)
    return without(kept, {place.row_id}) | ({place.row_id: of_row} if of_row else {})


def with_row(kept: Kept, rows: Rows, row: Kept) -> Kept:
    """The row in its old place, or as the last one."""
    there = rows_in(kept, rows)
    ids = [other[ID] for other in there]
    if row[ID] in ids:
        there[ids.index(row[ID])] = row
    else:
        there.append(row)
    return kept | {rows.name: there}


def without_row(kept: Kept, rows: Rows, row_id: str) -> Kept:
    return kept | {rows.name: [row for row in rows_in(kept, rows) if row[ID] != row_id]}


def without(kept: Mapping[str, Any], names: Collection[str]) -> Kept:
    return {name: value for name, value in kept.items() if name not in names}
