"""The part of the counting question that finds what answers the words, as SQL.

All is bounded: of what has the words of a phrase the newest MOST_LOOKED_THROUGH are read for it and
as many pages of reports; no more than MOST_COUNTED are counted.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import cached_property

from reviews.search.parts import Parts, Phrase, parts_of
from reviews.search.words import Written, asked, asked_loosely

MOST_COUNTED = 10_000
MOST_LOOKED_THROUGH = 5_000

# Of the reports of all candidates the pages that have the words of a phrase, newest reports first.
# They are found before anything else is asked: the index knows them without reading the pages.
PAGES = """
    SELECT item, page.search
    FROM (
        SELECT document_id, search FROM reviews_reportpage WHERE search @@ ({query}) OFFSET 0
    ) AS page
    JOIN reviews_reviewdocument AS document ON document.id = page.document_id
    JOIN candidates ON candidates.item = document.review_id AND candidates.has_reports
    WHERE document.released_at IS NOT NULL AND NOT document.taken_off
    ORDER BY public_from DESC, item DESC
    LIMIT {most}
"""


@dataclass(frozen=True)
class Sought:
    """The question in words to the entries of one model."""

    entries: Any
    words: str
    now: datetime

    @cached_property
    def parts(self) -> Parts:
        return parts_of(self.words)

    @property
    def most(self) -> int:
        return MOST_LOOKED_THROUGH if self.parts.phrases else MOST_COUNTED

    @property
    def table(self) -> str:
        return f'"{self.entries._meta.db_table}"'

    def everything(self, *more: str) -> Written:
        """Every public entry: `item`, `public_from`, `sorts`, and what else is named."""
        item = self.entries._meta.pk.column
        columns = ", ".join((f"{item} AS item", "public_from", "sorts", *more))
        return f"SELECT {columns} FROM {self.table} WHERE public_from <= %s", [self.now]  # noqa: S608 - names of our own models

    def candidates(self) -> Written:
        """All that may answer: `item`, `public_from`, `sorts` and what is needed to look closer."""
        if not self.words:
            sql, parameters = self.everything()
            return self._cut(sql), parameters
        looked_at = ["title", "own", "words", *(["has_reports"] if self._has_reports else [])]
        sql, parameters = self.everything(*looked_at)
        if not self.parts.needs_nothing:
            queries = [asked_loosely(words) for words in self.parts.all_wanted]
            sql += f" AND words @@ ({' && '.join(query for query, _ in queries)})"
            parameters += [value for _, values in queries for value in values]
        return self._cut(sql), parameters

    def sorted_as(self) -> str:
        """Whether anything public has a sort; takes the time and the sort."""
        return f"SELECT FROM {self.table} WHERE public_from <= %s AND sorts @> ARRAY[%s::integer]"

    @property
    def _has_reports(self) -> bool:
        return hasattr(self.entries, "has_reports")

    def _cut(self, sql: str) -> str:
        """The newest have to be found before the cut, but not by reading one after the other."""
        if not self.parts.phrases:
            return f"{sql} LIMIT {self.most + 1}"
        return (
            f"SELECT * FROM ({sql} OFFSET 0) AS loose"  # noqa: S608 - written by the ORM
            f" ORDER BY public_from DESC, item DESC LIMIT {self.most + 1}"
        )

    def pages(self) -> list[Written]:
        """For each phrase, where reports are looked in: the pages that have its words."""
        if not self._has_reports:
            return []
        return [self._pages(phrase) for phrase in self.parts.phrases]

    def _pages(self, phrase: Phrase) -> Written:
        query, parameters = asked_loosely(phrase.words)
        return PAGES.format(query=query, most=self.most + 1), parameters

    def closer(self) -> Written:
        """What a candidate has to have besides: each phrase in its order, on the page or on one
        page of a report."""
        conditions, parameters = ["TRUE"], []
        for place, phrase in enumerate(self.parts.phrases):
            query, values = asked(phrase.words)
            conditions.append(self._has(place, phrase, query))
            parameters += values * conditions[-1].count(query)
        return " AND ".join(conditions), parameters

    def _has(self, place: int, phrase: Phrase, query: str) -> str:
        """A phrase of “of” and “the” alone says nothing, so everything has it."""
        found = f"{'words' if self.parts.alternatives else 'own'} @@ {query}"
        if self._has_reports:
            found += f" OR item IN (SELECT item FROM pages_{place} WHERE search @@ {query})"  # noqa: S608 - our own names
        return f"NOT ({found})" if phrase.unwanted else f"(numnode({query}) = 0 OR {found})"
