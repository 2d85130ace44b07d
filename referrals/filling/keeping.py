"""What one press of "Save" changes in a row. The caller has locked the row, and saves it."""

from collections.abc import Collection
from typing import Any

from referrals.description.completeness import unfinished_at
from referrals.description.conditions import Answers
from referrals.description.elements import Rows
from referrals.description.places import Place, own, row_in, rows_in
from referrals.filling.filled import Filled
from referrals.filling.storing import with_answers, with_unfinished, without, without_row
from referrals.filling.tabs import Marks, Saving


class TooMany(Exception):
    """There is room for no more rows of this kind."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(
            f"You can add {rows.most} at most. Put the rest where you tell what happened."
        )


def put(
    filled: Filled,
    place: Place,
    names: Collection[str],
    answers: dict[str, Any],
    unfinished: dict[str, Any],
    seen: Marks,
) -> None:
    """New answers to the questions named in place of the earlier ones; all others stay.

    `seen`: marks of what the tab showed, so that it overwrites nothing that another one saved.
    Raises TooMany for one row more than there is room for.
    """
    check_room(filled.answers, place)
    if is_gone(filled, place):
        seen = {}
    kept, waiting = own(filled.answers, place), unfinished_at(place, filled.unfinished)
    answers, unfinished = Saving(kept, waiting, answers, unfinished, seen).settled()
    filled.answers = with_answers(filled.answers, place, names, answers)
    filled.unfinished = with_unfinished(filled.unfinished, place, names, unfinished)


def is_gone(filled: Filled, place: Place) -> bool:
    """No row is kept there: taken away in another tab, or new. All that this tab shows is then as
    if it had just been typed."""
    if place.rows is None or place.row_id in filled.unfinished:
        return False
    return not row_in(filled.answers, place.rows, place.row_id)


def take_row(filled: Filled, rows: Rows, row_id: str) -> None:
    """The row and what was typed into it. Taking it again does nothing."""
    filled.answers = without_row(filled.answers, rows, row_id)
    filled.unfinished = without(filled.unfinished, {row_id})


def check_room(answers: Answers, place: Place) -> None:
    if place.rows is None or row_in(answers, place.rows, place.row_id):
        return
    if len(rows_in(answers, place.rows)) >= place.rows.most:
        raise TooMany(place.rows)
