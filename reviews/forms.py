"""What a visitor may ask of the list of case reviews. The list of briefings asks the same way."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import cached_property

from reviews.search import choices, hits, listing, ordering
from reviews.search.counting import Question
from reviews.search.facets import FACETS, Facet
from reviews.search.finding import find
from reviews.search.hits import Sought
from reviews.search.ordering import Order
from reviews.search.select import PlainSelect
from reviews.search.shown import Shown
from reviews.search.words import LONGEST, tidy


class ListFilter(forms.Form):
    """Search words, choices and order. What is unknown is told, and left out of the question.

    For another list a subclass has its own `facets`, `find` and `with_snippets`.
    """

    facets: Sequence[Facet] = FACETS
    find: Any = staticmethod(find)
    with_snippets: Any = staticmethod(listing.with_snippets)

    q = forms.CharField(
        required=False,
        max_length=LONGEST,
        label="Search",
        widget=forms.TextInput({"class": "govuk-input", "type": "search"}),
    )

    @classmethod
    def asks(cls) -> tuple[str, ...]:
        """All that a list looks at in the query of its address."""
        return ("q", *(facet.name for facet in cls.facets), "sort", "page")

    def __init__(self, data: Any, published: Any) -> None:
        super().__init__(data)
        self.published = published
        self.words = self._words()
        asked = {facet: data.get(facet.name, "").strip() for facet in self.facets}
        self.counted = choices.count(self._question(asked))
        for facet in self.facets:
            self.fields[facet.name] = self._choice_field(facet, asked[facet])
        self.fields["sort"] = self._sort_field()
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = (
                f"“%(value)s” is no {str(field.label).lower()} we have; all are shown."
            )
        self.fields["sort"].error_messages["invalid_choice"] = (
            "“%(value)s” is no order we have; the usual one is used."
        )
        self.is_valid()

    def _question(self, asked: Mapping[Facet, str]) -> Question:
        entries = self.published.model._meta.get_field("search_entry").related_model
        sought = Sought(entries, self.words, timezone.now())
        narrowing = {facet: value for facet, value in asked.items() if value}
        return Question(sought, narrowing, self.facets, self._order())

    def _order(self) -> Order:
        """Before the form is checked: what is unknown is the usual order."""
        asked = self.data.get("sort", "")
        return Order(asked) if asked in Order.values else Order.BEST

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
        select = PlainSelect({"class": "govuk-select"})
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
        """What stands first is the usual order, and needs no saying: whoever adds words to a list
        gets the best first. Without words nothing is better than another."""
        select = PlainSelect({"class": "govuk-select"})
        field = forms.ChoiceField(required=False, label="Order", widget=select)
        field.choices = Order.choices
        usual, *others = [order for order in Order if self.words or order != Order.BEST]
        field.widget.choices = [
            ("", usual.label),
            *((order.value, order.label) for order in others),
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
        """What answers the question, where the counting did not find it."""
        found: Any = self.find(self.published, self.words) if self.words else self.published
        sorts = [
            choice.sort
            for facet in self.facets
            for choice in self.counted.choices[facet.name]
            if choice.value == self.cleaned_data.get(facet.name)
        ]
        return found.filter(search_entry__sorts__contains=sorts) if sorts else found

    @cached_property
    def total(self) -> int:
        """Exact, but for what `is_common` and `is_cut` tell."""
        if self.counted.is_complete:
            return self.counted.total
        return (
            self.narrowed[: ordering.MOST_RANKED + 1].count()
            if self.words
            else self.narrowed.count()
        )

    @property
    def is_common(self) -> bool:
        """More was found than can be ranked and paged through."""
        return bool(self.words) and self.total > ordering.MOST_RANKED

    @property
    def is_cut(self) -> bool:
        """A phrase was not looked for in all that may have it."""
        return not self.counted.all_looked_through

    @property
    def bounds(self) -> str:
        """What was left undone because there is too much of it, for the visitor."""
        if self.is_cut:
            return (
                f"These words are in very many pages. Only the newest {hits.MOST_LOOKED_THROUGH:,} "
                "with these words were looked through for them in this order. "
                "Add another word to have all looked through."
            )
        if not self.is_common or self._order() != Order.BEST:
            return ""
        titles = (
            "those with them in the title come first, then " if self.counted.is_complete else ""
        )
        return (
            f"These words are in very many pages, so {titles}the newest come first. "
            "Add another word to see the best first."
        )

    @property
    def reachable(self) -> int:
        """How many can be paged through."""
        return ordering.MOST_RANKED if self.is_common else self.total

    @property
    def rows(self) -> Any:
        """In the order asked for; to be cut into pages, each of which is read when it is cut."""
        if self.words and self.counted.is_complete:
            rows = self.with_snippets(self.published.for_lists(), self.words)
            return Shown(self.counted.best, rows)
        if self._order() == Order.OLDEST:
            rows = self.narrowed.order_by("published_at", "pk").for_lists()
        else:
            rows = self.narrowed.newest_first().for_lists()
        return self.with_snippets(rows, self.words) if self.words else rows
