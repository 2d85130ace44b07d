"""Every choice with how many pages it has under the other choices, and what was found, in order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from reviews.search import hits, kept
from reviews.search.counting import Question, Row, ask
from reviews.search.facets import APART, Facet


class Choice(NamedTuple):
    value: str
    label: str
    number: int  # how many pages fit it
    sort: int  # its number in search entries


@dataclass(frozen=True)
class Counted:
    """`total` under all choices; `is_complete` is false when there was too much to count, and
    `all_looked_through` when not all was read for a phrase. `best` has keys in the order asked for,
    if something was searched for, and no more than can be paged through."""

    total: int
    choices: Mapping[str, list[Choice]]
    is_complete: bool
    all_looked_through: bool
    best: Sequence[int]
    query: str  # all of the words as PostgreSQL writes a question, and any that is wanted
    any_query: str


def count(question: Question) -> Counted:
    standing = kept.standing(question.sought.entries, question.sought.now)
    rows = _by_kind(ask(question, standing if question.is_open else None))
    total, numbers = _open_numbers(question, rows, standing) if question.is_open else _numbers(rows)
    return Counted(
        total,
        {facet.name: _choices(facet, rows[facet.name], numbers) for facet in question.facets},
        is_complete=question.is_open or rows["hits"][0].number <= hits.MOST_COUNTED,
        all_looked_through=max(row.number for row in rows["looked at"]) <= hits.MOST_LOOKED_THROUGH
        or not question.sought.parts.phrases,
        best=(rows["best"][0].items or []) if rows["best"] else [],
        query=rows["words"][0].value if rows["words"] else "",
        any_query=rows["words"][0].label if rows["words"] else "",
    )


def _by_kind(rows: list[Row]) -> dict[str, list[Row]]:
    kinds = defaultdict(list)
    for row in rows:
        kinds[row.kind].append(row)
    return kinds


def _numbers(rows: dict[str, list[Row]]) -> tuple[int, Mapping[int, int]]:
    """The total, and the number of each choice; nought for a year that is there, but not found."""
    numbers: dict[int, int] = {}
    for row in rows["sort"]:
        if row.place is not None:
            numbers[row.place] = max(row.number, numbers.get(row.place, 0))
    return rows["total"][0].number, numbers


def _open_numbers(
    question: Question, rows: dict[str, list[Row]], standing: kept.Kept | None
) -> tuple[int, Mapping[int, int]]:
    """What was kept, if the database says that it holds; else what was counted, which is kept."""
    [state] = rows["state"]
    if state.place and standing:
        return standing.total, standing.numbers
    total, numbers = _numbers(rows)
    if not state.label:  # the number of a transaction that wrote something
        comes = datetime.fromtimestamp(state.number, UTC) if state.number else None
        now = question.sought.now
        kept.keep(question.sought.entries, kept.Kept.of(now, comes, state.value, total, numbers))
    return total, numbers


def _choices(facet: Facet, rows: list[Row], numbers: Mapping[int, int]) -> list[Choice]:
    if facet.is_term:
        known = [(row.value, row.label, row.number) for row in sorted(rows, key=_in_order)]
    elif facet.fixed:
        known = [(*one, facet.first + place) for place, one in enumerate(facet.fixed, 1)]
    else:
        sorts = sorted((sort for sort in numbers if sort // APART == facet.number), reverse=True)
        known = [(str(sort % APART), str(sort % APART), sort) for sort in sorts]
    return [Choice(value, label, numbers.get(sort, 0), sort) for value, label, sort in known]


def _in_order(row: Row) -> tuple[int, str]:
    return row.place or 0, row.label.casefold()
