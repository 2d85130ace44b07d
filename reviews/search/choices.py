"""Every choice with how many reviews it has under the other choices, in one query.

The reviews that have the words are found once; each choice is then counted among them. What is
said of reviews goes for whatever the facets are of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.functions import ExtractYear

from reviews.search.facets import FACETS, Facet
from tscb.common.publishing.years import in_years

# PostgreSQL does not know that the words of long reports lie outside their rows: reading them all
# is far dearer than it reckons, and the index answers without reading any.
THROUGH_INDEXES = "SET LOCAL enable_seqscan = off"
# Counting grows with what is found; beyond this no counts are shown.
MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Counted:
    """`total` under all choices; `is_complete` is false when there was too much to count."""

    total: int
    choices: Mapping[str, list[Choice]]
    is_complete: bool


def count(
    found: QuerySet[Any],
    published: QuerySet[Any],
    asked: Mapping[str, str],
    facets: Sequence[Facet] = FACETS,
) -> Counted:
    """What is asked for and is no choice at all is left out of the question."""
    sql, parameters = _query(found, published, asked, facets)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(f"{THROUGH_INDEXES}; {sql}", parameters)
        rows = cursor.fetchall()
    numbers = {value: number for kind, value, _, number, _ in rows if kind == "all"}
    choices = {facet.name: _choices(facet, rows) for facet in facets}
    return Counted(numbers["total"], choices, numbers["hits"] <= MOST_COUNTED)


def _choices(facet: Facet, rows: list[tuple[Any, ...]]) -> list[Choice]:
    own = [Choice(value, label, n) for kind, value, label, n, _ in rows if kind == facet.name]
    if not facet.fixed:
        return own
    counts = {choice.value: choice.count for choice in own}
    return [Choice(value, label, counts.get(value, 0)) for value, label in facet.fixed]


def _query(
    found: QuerySet[Any],
    published: QuerySet[Any],
    asked: Mapping[str, str],
    facets: Sequence[Facet],
) -> tuple[str, list[Any]]:
    sql, parameters = _hits(found, facets)
    years, of_years = in_years(published).query.sql_with_params()
    conditions, of_conditions = _conditions(asked, facets)
    parts = [_leg(facet, facets) for facet in facets]
    everything = " AND ".join(f"in_{facet.name}" for facet in facets)
    whole = f"""
        WITH hits AS MATERIALIZED ({sql}), years AS MATERIALIZED ({years}),
        counted AS MATERIALIZED (SELECT hits.*, {conditions} FROM hits)
        SELECT 'all' AS kind, 'hits' AS value, '' AS label, count(*) AS number, 0 AS place FROM hits
        UNION ALL SELECT 'all', 'total', '', count(*), 0 FROM counted WHERE {everything}
        UNION ALL {" UNION ALL ".join(parts)}
        ORDER BY kind, place, label
    """  # noqa: S608 - made of names of our own models; what visitors ask goes in as parameters
    return whole, [*parameters, *of_years, *of_conditions]


def _hits(found: QuerySet[Any], facets: Sequence[Facet]) -> tuple[str, tuple[Any, ...]]:
    rows = found.order_by().annotate(year=ExtractYear("published_at"))
    columns = {facet.own_column for facet in facets} - {""}
    limited = rows.values("id", "year", *sorted(columns))[: MOST_COUNTED + 1]
    return limited.query.sql_with_params()


def _conditions(asked: Mapping[str, str], facets: Sequence[Facet]) -> tuple[str, list[str]]:
    """For each facet whether a hit has what is asked of it."""
    written, parameters = [], []
    for facet in facets:
        value = asked.get(facet.name, "")
        if not value or (facet.fixed and value not in dict(facet.fixed)):
            written.append(f"TRUE AS in_{facet.name}")
            continue
        condition, times = _condition(facet)
        written.append(f"({condition}) AS in_{facet.name}")
        parameters += [value] * times
    return ", ".join(written), parameters


def _condition(facet: Facet) -> tuple[str, int]:
    """And how often the value stands in it."""
    if facet.fixed:
        return f"{facet.field} = %s", 1
    if facet.name == "year":
        of_years = "SELECT 1 FROM years WHERE year::text = %s"
        return f"year::text = %s OR NOT EXISTS ({of_years})", 2
    asked_term = f"SELECT id FROM {facet.terms} WHERE slug = %s"  # noqa: S608 - our own models' names
    having = f"SELECT review FROM ({facet.pairs}) AS pair WHERE term = ({asked_term})"  # noqa: S608 - as above
    return f"id IN ({having}) OR NOT EXISTS ({asked_term})", 2


def _leg(facet: Facet, facets: Sequence[Facet]) -> str:
    """The choices of one facet with their counts under the others."""
    others = " AND ".join(f"in_{other.name}" for other in facets if other != facet)
    if facet.fixed:
        return (
            f"SELECT '{facet.name}', {facet.field}, '', count(*), 0"  # noqa: S608 - our own names
            f" FROM counted WHERE {others} GROUP BY 2"
        )
    if facet.name == "year":
        return (
            "SELECT 'year', years.year::text, years.year::text, count(counted.id), -years.year"  # noqa: S608 - our own names
            f" FROM years LEFT JOIN counted ON counted.year = years.year AND {others}"
            " GROUP BY years.year"
        )
    counts = (
        f"SELECT pair.term, count(*) AS number FROM ({facet.pairs}) AS pair"  # noqa: S608 - our own names
        f" JOIN counted ON counted.id = pair.review WHERE {others} GROUP BY pair.term"
    )
    return (
        f"SELECT '{facet.name}', term.slug, term.name, coalesce(counts.number, 0), term.order"  # noqa: S608 - our own names
        f" FROM {facet.terms} AS term LEFT JOIN ({counts}) AS counts ON counts.term = term.id"
    )
