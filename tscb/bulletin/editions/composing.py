"""Composing an edition: its number, and the sections that staff take from what came out. What they
wrote is never written over.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tscb.bulletin.editions.news import News, news, since_the_last
from tscb.bulletin.models import Edition

STEP = 10


def next_number() -> int:
    highest = Edition.objects.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def offered(edition: Edition | None = None) -> list[News]:
    """For a new edition, or for one that is looked at again: it remembers from when on."""
    since = edition.news_since if edition else None
    return news(since or since_the_last(), edition)


@transaction.atomic
def take(*, edition: Edition, taken: Collection[str], offered_at: datetime) -> int:
    """Adds what was ticked behind what is there; gives how many sections came. The next edition
    goes on from when it was offered."""
    edition = edition.refresh_locked()
    edition.check_draft()
    sections = [one.section() for one in offered(edition) if one.key in taken]
    last = edition.items.aggregate(last=Max("order"))["last"] or 0
    for number, section in enumerate(sections, 1):
        section.edition, section.order = edition, last + number * STEP
    edition.items.bulk_create(sections)
    edition.news_until = offered_at
    edition.save(update_fields=["news_until"])
    return len(sections)
