"""What a visitor may ask of the list of case reviews. The list of briefings asks the same way."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property

from reviews.models import CaseReview
from reviews.search import choices, hits, listing, ordering, rows
from reviews.search.counting import Question
from reviews.search.facets import FACETS, Facet
from reviews.search.finding import find
from reviews.search.hits import Sought
from reviews.search.ordering import Order
from reviews.search.parts import parts_of
from reviews.search.select import Select
from reviews.search.words import LONGEST, Words, query_for, tidy


class ListFilter:
    """Search words, choices and order. What is unknown is told, and left out of the question.

    For another list a subclass has its own.
    """

    model: Any = CaseReview
    facets: Sequence[Facet] = FACETS
    with_snippets: Any = staticmethod(listing.with_snippets)

    @classmethod
    def asks(cls) -> tuple[str, ...]:
        """All that a list looks at in the query of its address."""
        return ("q", *(facet.name for facet in cls.facets), "sort", "page")

    def __init__(self, asked: Mapping[str, str]) -> None:
        self.typed = asked.get("q", "").strip()
        self.sort = asked.get("sort", "")
        self.sentences: list[str] = []  # what was wrong with the question, for the visitor
        self.words = self._words()
        wanted = {facet: asked.get(facet.name, "").strip() for facet in self.facets}
        self.counted = choices.count(self._question(wanted))
        self.chosen = {facet.name: self._chosen(facet, wanted[facet]) for facet in self.facets}
        self.selects = [self._select(facet, wanted[facet]) for facet in self.facets]
        self.selects.append(self._sort_select())

    def _words(self) -> str:
        if len(self.typed) > LONGEST:
            self.sentences.append(
                f"Search for at most {LONGEST} characters; these are {len(self.typed)}."
            )
            return ""
        return tidy(self.typed)

    def _question(self, asked: Mapping[Facet, str]) -> Question:
        entries = self.model._meta.get_field("search_entry").related_model
        sought = Sought(entries, self.words, timezone.now())
        narrowing = {facet: value for facet, value in asked.items() if value}
        return Question(sought, narrowing, self.facets, self.order)

    @property
    def order(self) -> Order:
        """What is unknown is the usual order."""
        return Order(self.sort) if self.sort in Order.values else Order.BEST

    def _chosen(self, facet: Facet, wanted: str) -> choices.Choice | None:
        if not wanted:
            return None
        for one in self.counted.choices[facet.name]:
            if one.value == wanted:
                return one
        name = facet.label.lower()
        self.sentences.append(f"“{wanted}” is no {name} we have; all are shown.")
        return None

    def _select(self, facet: Facet, wanted: str) -> Select:
        """Offers what would find something."""
        known = self.counted.choices[facet.name]
        offered = [
            (one.value, self._labelled(one)) for one in known if one.number or one.value == wanted
        ]
        is_wrong = bool(wanted) and self.chosen[facet.name] is None
        return Select(facet.name, facet.label, [("", facet.every), *offered], wanted, is_wrong)

    def _labelled(self, choice: choices.Choice) -> str:
        return f"{choice.label} ({choice.number:,})" if self.counted.is_complete else choice.label

    def _sort_select(self) -> Select:
        """What stands first is the usual order, and needs no saying: whoever adds words to a list
        gets the best first. Without words nothing is better than another."""
        is_wrong = bool(self.sort) and self.sort not in Order.values
        if is_wrong:
            self.sentences.append(f"“{self.sort}” is no order we have; the usual one is used.")
        usual, *others = [order for order in Order if self.words or order != Order.BEST]
        offered = [("", usual.label), *((order.value, order.label) for order in others)]
        return Select("sort", "Order", [(str(v), str(t)) for v, t in offered], self.sort, is_wrong)

    @property
    def narrows(self) -> bool:
        """Whether anything at all was asked for."""
        return bool(self.words) or any(self.chosen.values())

    @property
    def sorts(self) -> list[int]:
        """The numbers of the choices that narrow the list."""
        return [choice.sort for choice in self.chosen.values() if choice]

    @cached_property
    def narrowed(self) -> Any:
        """What answers the question, where the counting did not find it."""
        published = self.model.objects.published()
        found = find(published, self.words) if self.words else published
        return found.filter(search_entry__sorts__contains=self.sorts) if self.sorts else found

    @cached_property
    def total(self) -> int:
        """Exact, but for what `is_common` and `is_cut` tell."""
        if self.counted.is_complete:
            return self.counted.total
        found = self.narrowed
        return (found[: ordering.MOST_RANKED + 1] if self.words else found).count()

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
        if not self.is_common or self.order != Order.BEST:
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
        if not self.words:
            return rows.Standing(self.model, self.sorts, self.order)
        if self.counted.is_complete:
            return rows.Found(self.model, self.counted, self.with_snippets)
        by_date = ("published_at", "pk") if self.order == Order.OLDEST else ("-published_at", "-pk")
        found = self.narrowed.order_by(*by_date).for_lists()
        any_wanted = query_for(parts_of(self.words).any_wanted)
        return self.with_snippets(found, Words(query_for(self.words), any_wanted, timezone.now()))
