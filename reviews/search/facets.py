"""By what a list can be narrowed, and where the database keeps it. Briefings bring their own.

The search entry of a page has a number for each choice that fits it: that of the part of the
question, and below it the choice's own (a term's key, a year, the place among fixed choices). The
functions of the migrations write the same numbers.
"""

from dataclasses import dataclass
from typing import Any

from reviews.models import CaseReview

APART = 100_000_000  # more than any key, less than a twentieth of what an integer can hold
NUMBERS = {
    "review_type": 1, "themes": 2, "agencies": 3, "harms": 4, "age_band": 5, "published_at": 6,
    "variant": 7,
}  # fmt: skip


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
    def number(self) -> int:
        return NUMBERS[self.field]

    @property
    def first(self) -> int:
        """What is added to a choice's own number."""
        return self.number * APART

    @property
    def terms(self) -> str:
        return f'"{self._column.related_model._meta.db_table}"'

    @property
    def _column(self) -> Any:
        return self.model._meta.get_field(self.field)

    def sort_of(self, value: str) -> int | None:
        """The number of a choice that needs no looking up; None for what is none at all."""
        if self.fixed:
            values = [known for known, _ in self.fixed]
            return self.first + values.index(value) + 1 if value in values else None
        is_year = value.isdecimal() and len(value) == 4
        return self.first + int(value) if is_year else None


FACETS = (
    Facet("type", "Type of review", "All types", "review_type"),
    Facet("theme", "Theme", "All themes", "themes"),
    Facet("agency", "Agency", "All agencies", "agencies"),
    Facet("harm", "Harm", "All harms", "harms"),
    Facet("age", "Age of the child", "All ages", "age_band"),
    Facet("year", "Year published", "All years", "published_at"),
)
