"""The one question behind a list: what answers the words, the number of each choice under the other
choices, and the order of what was found.

What answers is found once. A page that lacks one thing that was asked is counted beside the choices
of that part of the question alone: `missed` has a bit for each part that a page does not answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connection, transaction

from reviews.search import hits, ordering
from reviews.search.facets import APART, Facet
from reviews.search.hits import Sought
from reviews.search.kept import HOLDS, STATE, Kept
from reviews.search.ordering import Order
from reviews.search.words import Written, asked

# PostgreSQL does not know that the words of long reports lie outside their rows: reading them all,
# or the newest one after the other, is far dearer than it reckons, and a bitmap of the words' index
# answers without reading any. Nor does it pay to compile a question that is asked once.
THROUGH_INDEXES = (
    "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off; SET LOCAL jit = off"
)


class Row(NamedTuple):
    """A choice: what stands in the address, its name, its sort, its place in the order. A count:
    the sort as its place, nothing for a year that is none."""

    kind: str
    value: str
    label: str
    number: int
    place: int | None
    items: list[int] | None


COUNTED = f"""
    totals AS MATERIALIZED (
        SELECT count(*) AS hits, count(*) FILTER (WHERE missed = 0) AS total FROM hits
    ),
    counted AS MATERIALIZED (
        SELECT sort, count(*) AS number
        FROM (SELECT unnest(sorts) AS sort, missed FROM hits) AS each
        WHERE missed = 0 OR missed = 1 << (sort / {APART})
        GROUP BY sort
    )
    SELECT 'hits' AS kind, '' AS value, '' AS label, hits AS number, 0 AS place,
        NULL::bigint[] AS items
    FROM totals
    UNION ALL SELECT 'total', '', '', total, 0, NULL FROM totals
    UNION ALL SELECT 'sort', '', '', number, sort, NULL FROM counted
"""  # noqa: S608 - a number of our own

LOOKED_AT = "UNION ALL SELECT 'looked at', '', '', count(*), 0, NULL FROM {part}"


@dataclass(frozen=True)
class Question:
    sought: Sought
    asked: Mapping[Facet, str]
    facets: Sequence[Facet]
    order: Order = Order.NEWEST

    @property
    def is_open(self) -> bool:
        """Nobody narrowed the list."""
        return not self.sought.words and not self.asked


def ask(question: Question, kept: Kept | None) -> list[Row]:
    """Counts nothing anew while what is `kept` holds."""
    written = list(_written(question, kept))
    sql = " ".join(part for part, _ in written)
    parameters = [value for _, values in written for value in values]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(f"{THROUGH_INDEXES}; {sql}", parameters)
        return [Row(*row) for row in cursor.fetchall()]


def _written(question: Question, kept: Kept | None) -> Iterator[Written]:
    yield "WITH candidates AS MATERIALIZED (", []
    yield from _candidates(question, kept)
    for place, (sql, parameters) in enumerate(question.sought.pages()):
        yield f"), pages_{place} AS MATERIALIZED ({sql}", parameters
    yield "), hits AS MATERIALIZED (SELECT *,", []
    yield from _missed(question)
    condition, parameters = question.sought.closer()
    yield f"AS missed FROM candidates WHERE {condition}),", parameters
    yield COUNTED, []
    for facet in question.facets:
        yield from _choices(question, facet)
    if question.is_open:
        yield _state(question, kept)
    for part in ("candidates", *(f"pages_{n}" for n in range(len(question.sought.pages())))):
        yield LOOKED_AT.format(part=part), []
    if question.sought.words:
        yield from _best(question)
        yield _queries(question)


def _candidates(question: Question, kept: Kept | None) -> Iterator[Written]:
    if not question.is_open:
        yield question.sought.candidates()
        return
    sql, parameters = question.sought.everything()
    if kept is None:
        yield sql, parameters
    else:
        yield f"SELECT * FROM ({sql}) AS entry WHERE NOT ({HOLDS})", [*parameters, kept.snapshot]  # noqa: S608 - our own


def _missed(question: Question) -> Iterator[Written]:
    """What is asked for and is no choice at all is left out of the question."""
    yield "0", []
    for facet, value in question.asked.items():
        sort, parameters = _sort(question, facet, value)
        yield f"+ CASE WHEN {sort} <> ALL(sorts) THEN {1 << facet.number} ELSE 0 END", parameters


def _sort(question: Question, facet: Facet, value: str) -> Written:
    """The number of a choice; nothing if there is none."""
    if facet.is_term:
        return f"({facet.first} + (SELECT id FROM {facet.terms} WHERE slug = %s))", [value]  # noqa: S608 - a name of our own models
    sort = facet.sort_of(value)
    if sort is None or facet.fixed:
        return "%s::integer", [sort]
    return f"(SELECT %s::integer WHERE EXISTS ({question.sought.sorted_as()}))", [
        sort, question.sought.now, sort,
    ]  # fmt: skip


def _choices(question: Question, facet: Facet) -> Iterator[Written]:
    """The words that staff keep; a year that was asked for, if there is one: fixed choices are
    known without asking."""
    if facet.is_term:
        yield (
            f"UNION ALL SELECT '{facet.name}', slug, name, {facet.first} + id, \"order\", NULL"  # noqa: S608 - names of our own models
            f" FROM {facet.terms}",
            [],
        )
    elif facet in question.asked and not facet.fixed:
        sort, parameters = _sort(question, facet, question.asked[facet])
        yield f"UNION ALL SELECT 'sort', '', '', 0, {sort}, NULL", parameters


def _best(question: Question) -> Iterator[Written]:
    order, parameters = ordering.order_by(question.sought, question.order)
    yield (
        "UNION ALL SELECT 'best', '', '', 0, 0, ARRAY(SELECT item FROM hits WHERE missed = 0"  # noqa: S608 - our own names
        f" AND (SELECT hits FROM totals) <= {hits.MOST_COUNTED}"
        f" ORDER BY {order} LIMIT {ordering.MOST_RANKED})",
        parameters,
    )


def _queries(question: Question) -> Written:
    """All of the words, and any that is wanted, as PostgreSQL writes questions: for snippets."""
    every, parameters = asked(question.sought.words)
    some, more = asked(question.sought.parts.any_wanted)
    sql = f"UNION ALL SELECT 'words', ({every})::text, ({some})::text, 0, 0, NULL"
    return sql, [*parameters, *more]


def _state(question: Question, kept: Kept | None) -> Written:
    holds, parameters = (HOLDS, [kept.snapshot]) if kept else ("FALSE", [])
    state = STATE.format(entries=question.sought.table, holds=holds)
    return f"UNION ALL {state}", [*parameters, question.sought.now]
