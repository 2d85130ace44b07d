"""What is asked of a list, each part with the address that leaves it out."""

from dataclasses import dataclass

from django.http import QueryDict

from reviews.search.list_filter import ListFilter


@dataclass(frozen=True)
class Chip:
    label: str
    value: str
    href: str


def chips(filters: ListFilter, query: QueryDict) -> list[Chip]:
    """The words and every known choice; what was told to be unknown has none."""
    made = []
    if filters.words:
        made.append(Chip("Words", filters.words, _without(query, "q")))
    for facet in filters.facets:
        if chosen := filters.chosen[facet.name]:
            made.append(Chip(facet.label, chosen.label, _without(query, facet.name)))
    return made


def _without(query: QueryDict, name: str) -> str:
    kept = query.copy()
    for left_out in (name, "page"):
        kept.pop(left_out, None)
    for empty in [key for key, value in kept.items() if not value]:
        del kept[empty]
    return f"?{kept.urlencode()}"
