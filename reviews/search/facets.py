"""By what a list can be narrowed, and where the database keeps it. Briefings bring their own."""

from dataclasses import dataclass
from typing import Any

from django.db import models

from reviews.models import CaseReview


@dataclass(frozen=True)
class Facet:
    """A part of the question with choices; `name` stands in the address."""

    name: str
    label: str
    every: str  # what the choice of none is called
    field: str  # of the model
    model: Any = CaseReview

    @property
    def is_term(self) -> bool:
        """Its choices are words that staff keep, in a table of their own."""
        return self._column.is_relation

    @property
    def fixed(self) -> list[tuple[str, str]]:
        """Its choices, where the model itself knows them all."""
        return list(self._column.flatchoices)

    @property
    def own_column(self) -> str:
        """What a row has to say of it itself; nothing for words in a table between."""
        return "" if self._column.many_to_many else self._column.attname

    @property
    def _column(self) -> Any:
        return self.model._meta.get_field(self.field)

    @property
    def terms(self) -> str:
        return _quoted(self._column.related_model._meta.db_table)

    @property
    def pairs(self) -> str:
        """A select of review and term: the table between them, or the review's own column."""
        field = self._column
        if isinstance(field, models.ManyToManyField):
            review, term = field.m2m_column_name(), field.m2m_reverse_name()
            return f"SELECT {review} AS review, {term} AS term FROM {_quoted(field.m2m_db_table())}"  # noqa: S608 - names of our own models
        return f"SELECT id AS review, {self.field}_id AS term FROM hits"  # noqa: S608 - as above

    @property
    def lookup(self) -> str:
        """For a filter on the model's rows."""
        if self.is_term:
            return f"{self.field}__slug"
        return {"year": "published_at__year"}.get(self.name, self.field)


FACETS = (
    Facet("type", "Type of review", "All types", "review_type"),
    Facet("theme", "Theme", "All themes", "themes"),
    Facet("agency", "Agency", "All agencies", "agencies"),
    Facet("harm", "Harm", "All harms", "harms"),
    Facet("age", "Age of the child", "All ages", "age_band"),
    Facet("year", "Year published", "All years", "published_at"),
)


def _quoted(name: str) -> str:
    return f'"{name}"'
