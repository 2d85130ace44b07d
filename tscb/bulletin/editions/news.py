"""What came out since the last edition, each thing as a section would tell it. An edition only
repeats what is public, so all is read through `published()`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.text import Truncator

from briefings.models import Briefing
from reviews.models import CaseReview, ResearchMessage
from tscb.bulletin.models import About, Edition, EditionItem
from tscb.events.models import EventState, LearningEvent

BEFORE_THE_FIRST = timedelta(days=92)
LONGEST = 1_000


@dataclass(frozen=True)
class News:
    """`is_new` is False for an event that an earlier edition told of and that is still to come."""

    about: About
    thing: Any
    text: str
    is_new: bool = True

    @property
    def key(self) -> str:
        return f"{self.about}-{self.thing.pk}"

    @property
    def heading(self) -> str:
        return str(self.thing)

    def section(self) -> EditionItem:
        """Not saved, and in no edition yet."""
        return EditionItem(
            about=self.about, heading=self.heading, text=self.text, **{self.about: self.thing}
        )


def since_the_last() -> datetime:
    """From when on a new edition looks back: where the one before it left off."""
    last = Edition.objects.newest_first().first()
    left_off = last and (last.news_until or last.published_at)
    return left_off or timezone.now() - BEFORE_THE_FIRST


def news(since: datetime, edition: Edition | None = None) -> list[News]:
    """In the order in which it is offered; without what stands in this edition, or in another."""
    return [*_published(since), *_to_come(edition), *_research(since)]


def _published(since: datetime) -> Iterator[News]:
    for about, model in ((About.REVIEW, CaseReview), (About.BRIEFING, Briefing)):
        found: Any = model.objects.published().filter(published_at__gt=since)
        for thing in found.exclude(pk__in=_told(about)).newest_first():
            yield News(about, thing, shortened(thing.in_brief))


def _to_come(edition: Edition | None) -> Iterator[News]:
    """Also what an earlier edition told of: a reminder, where staff want one."""
    coming = LearningEvent.objects.published().coming().filter(state=EventState.PUBLISHED)
    if edition:
        coming = coming.exclude(pk__in=_told(About.EVENT).filter(edition=edition))
    told = set(_told(About.EVENT))
    for event in coming.soonest_first():
        yield News(About.EVENT, event, event.summary, is_new=event.pk not in told)


def _research(since: datetime) -> Iterator[News]:
    """By when staff added it: when its source published it says nothing of when it came here."""
    found = ResearchMessage.objects.filter(added_at__gt=since).order_by("-added_at", "-pk")
    for message in found.exclude(pk__in=_told(About.RESEARCH)):
        yield News(About.RESEARCH, message, shortened(message.summary))


def _told(about: About) -> Any:
    """What editions tell of already."""
    there = EditionItem.objects.filter(**{f"{about}__isnull": False}).order_by()
    return there.values_list(about.value, flat=True)


def shortened(text: str) -> str:
    """Whole paragraphs as far as they fit; of the first at least its beginning."""
    kept = ""
    for paragraph in text.strip().split("\n\n"):
        if len(kept) + len(paragraph) > LONGEST:
            return kept or Truncator(paragraph).chars(LONGEST)
        kept = f"{kept}\n\n{paragraph}".strip()
    return kept
