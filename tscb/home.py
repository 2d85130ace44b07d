"""What the parts of the home page show. What they are, and in which order, staff decide."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from django.utils import timezone

from briefings.reading import newest_briefings
from reviews.models import Theme
from reviews.reading import newest_reviews
from tscb.board.frontage.highlights import found
from tscb.board.frontage.home import LISTS, NOT_EMPTY, HomeContent, HomeSection, Section
from tscb.common.written_once import WrittenOnce, given
from tscb.events.about import events_to_come
from tscb.events.models import LearningEvent

# What may stand in the opening, beside the heading, when it comes first.
IN_OPENING = (Section.SEARCH, Section.REFER)
SIDE_BY_SIDE = {Section.REVIEWS, Section.BRIEFINGS}


@dataclass
class Part:
    """One part as it is drawn; it stands `beside` its neighbour where both are lists."""

    section: HomeSection
    number: int
    items: list[Any]
    is_opening: bool = False
    beside: bool = False

    @property
    def template(self) -> str:
        return f"home/{self.section.kind}.html"

    @property
    def key(self) -> str:
        """For what has to be told apart on the page."""
        return f"{self.section.kind}-{self.number}"


def parts_of(content: HomeContent) -> list[Part]:
    """Asks the database once for each list, and twice for what staff chose."""
    made = [
        Part(section, number, _items(section, content))
        for number, section in enumerate(content.sections, start=1)
        if section.kind not in LISTS or section.count
    ]
    parts = [one for one in made if one.items or one.section.kind not in NOT_EMPTY]
    _open(parts)
    _pair(parts)
    return parts


def events_in(parts: Iterable[Part]) -> list[LearningEvent]:
    """What makes the page change by time alone."""
    return [one for part in parts if part.section.kind == Section.EVENTS for one in part.items]


def _items(section: HomeSection, content: HomeContent) -> list[Any]:
    if section.kind == Section.HIGHLIGHTS:
        return found(content.highlights)[: section.count]
    public = PUBLIC.get(section.kind)
    return public(section.count) if public else []


def _themes(number: int) -> list[Theme]:
    return _public_themes.ask(cut=(0, number), now=timezone.now())


_public_themes = WrittenOnce(lambda: Theme.objects.published(given("now")).only("name", "slug"))


PUBLIC: MappingProxyType[str, Callable[[int], list[Any]]] = MappingProxyType(
    {
        Section.REVIEWS.value: newest_reviews,
        Section.BRIEFINGS.value: newest_briefings,
        Section.THEMES.value: _themes,
        Section.EVENTS.value: events_to_come,
    }
)


def _open(parts: Iterable[Part]) -> None:
    for part in parts:
        if part.section.kind not in IN_OPENING:
            return
        part.is_opening = True


def _pair(parts: list[Part]) -> None:
    """Two lists that follow each other stand side by side where there is room."""
    for first, second in pairwise(parts):
        kinds = {first.section.kind, second.section.kind}
        if kinds == SIDE_BY_SIDE and not first.beside:
            first.beside = second.beside = True
