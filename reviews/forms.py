"""What a visitor may ask of the list of case reviews. The list of briefings asks the same way."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import cached_property

from reviews.search import choices, finding, listing
from reviews.search.facets import FACETS, Facet
from reviews.search.words import LONGEST, tidy

MOST_RANKED = 1_000  # a commoner word is told as “more than”, newest first
BEST, NEWEST, OLDEST = "relevance", "newest", "oldest"
ORDERS = {BEST: "Best first", NEWEST: "Newest first", OLDEST: "Oldest first"}


class ListFilter(forms.Form):
    """Search words, choices and order. What is unknown is told, and left out of the question.

    For another list a subclass has its own `facets`, `find`, `best_first` and `with_snippets`.
    """

    facets: Sequence[Facet] = FACETS
    find: Any = staticmethod(finding.find)
    best_first: Any = staticmethod(finding.best_first)
    with_snippets: Any = staticmethod(listing.with_snippets)

    q = forms.CharField(
        required=False,
        max_length=LONGEST,
        label="Search",
        widget=forms.TextInput({"class": "govuk-input", "type": "search"}),
    )

    def __init__(self, data: Any, reviews: QuerySet[Any]) -> None:
        super().__init__(data)
        self.words = self._words()
        self.found = self.find(reviews, self.words) if self.words else reviews
        asked = {facet.name: data.get(facet.name, "").strip() for facet in self.facets}
        self.counted = choices.count(self.found, reviews, asked, self.facets)
        for facet in self.facets:
            self.fields[facet.name] = self._choice_field(facet, asked[facet.name])
        self.fields["sort"] = self._sort_field()
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = (
                f"“%(value)s” is no {str(field.label).lower()} we have; all are shown."
            )
        self.fields["sort"].error_messages["invalid_choice"] = (
            "“%(value)s” is no order we have; the usual one is used."
        )
        self.is_valid()

    def clean_q(self) -> str:
        return tidy(self.cleaned_data["q"])

    def _words(self) -> str:
        """Before the rest of the form can be made; what is wrong with them is told later."""
        try:
            return tidy(self.fields["q"].clean(self.data.get("q", "")))
        except ValidationError:
            return ""

    def _choice_field(self, facet: Any, asked: str) -> forms.ChoiceField:
        """Accepts every choice there is, and offers those that would find something."""
        select = forms.Select({"class": "govuk-select"})
        field = forms.ChoiceField(required=False, label=facet.label, widget=select)
        known = self.counted.choices[facet.name]
        field.choices = [("", facet.every), *((one.value, one.label) for one in known)]
        offered = [one for one in known if one.count or one.value == asked]
        field.widget.choices = [
            ("", facet.every),
            *((one.value, self._labelled(one)) for one in offered),
        ]
        return field

    def _labelled(self, choice: choices.Choice) -> str:
        return f"{choice.label} ({choice.count:,})" if self.counted.is_complete else choice.label

    def _sort_field(self) -> forms.ChoiceField:
        """What stands first is the usual order; without words nothing is better than another."""
        select = forms.Select({"class": "govuk-select"})
        field = forms.ChoiceField(required=False, label="Order", widget=select)
        field.choices = ORDERS.items()
        field.widget.choices = [
            (key, label) for key, label in ORDERS.items() if self.words or key != BEST
        ]
        return field

    @property
    def narrows(self) -> bool:
        """Whether anything at all was asked for."""
        asked = self.cleaned_data
        return any(asked.get(name) for name in ("q", *(facet.name for facet in self.facets)))

    @property
    def sentences(self) -> list[str]:
        """What was wrong with the question, for the visitor."""
        return [str(sentence) for errors in self.errors.values() for sentence in errors]

    @cached_property
    def narrowed(self) -> Any:
        """The reviews that answer the question."""
        asked = ((facet, self.cleaned_data.get(facet.name)) for facet in self.facets)
        return self.found.filter(**{facet.lookup: value for facet, value in asked if value})

    @cached_property
    def total(self) -> int:
        """Exact, but that of a common word no more than one above MOST_RANKED are counted."""
        if self.counted.is_complete:
            return self.counted.total
        return self.narrowed[: MOST_RANKED + 1].count() if self.words else self.narrowed.count()

    @property
    def is_common(self) -> bool:
        return bool(self.words) and self.total > MOST_RANKED

    @property
    def reachable(self) -> int:
        """How many can be paged through."""
        return MOST_RANKED if self.is_common else self.total

    @property
    def rows(self) -> QuerySet[Any]:
        """In the order asked for. Ranking grows with what is found, so common words are not."""
        sort = self.cleaned_data.get("sort") or BEST
        rows = self.narrowed.newest_first()
        if sort == OLDEST:
            rows = self.narrowed.order_by("published_at", "pk")
        elif sort == BEST and self.words and not self.is_common:
            rows = self.best_first(self.narrowed, self.words)
        rows = rows.for_lists()
        return self.with_snippets(rows, self.words) if self.words else rows
