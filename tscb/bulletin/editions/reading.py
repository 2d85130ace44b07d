"""What an edition says today, for its page, its letter and the feed alike: in two questions."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Prefetch

from tscb.bulletin.models import Edition, EditionItem


@dataclass(frozen=True)
class Contents:
    """`taken_away`: how many sections are not shown, because what they are about is not public."""

    edition: Edition
    sections: list[EditionItem]
    taken_away: int


def for_reading(editions: Any) -> Any:
    """Each with the sections that the public may see, and how many were written."""
    public = EditionItem.objects.public().with_things()
    return editions.annotate(written=Count("items")).prefetch_related(
        Prefetch("items", public, to_attr="public_sections")
    )


def contents_of(edition: Any) -> Contents:
    """Of one that `for_reading` read."""
    sections = edition.public_sections
    return Contents(edition, sections, edition.written - len(sections))


def read(edition: Edition) -> Contents:
    """As it stands now, whatever was known of it before."""
    return contents_of(for_reading(Edition.objects.filter(pk=edition.pk)).get())
