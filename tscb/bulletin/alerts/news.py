"""What is new: what came out between two moments and is public now.

What counts is the date that the public sees. So an import of old reviews alarms nobody, and what
comes back after a withdrawal keeps its date and comes back quietly.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Max, QuerySet

from briefings.models import Briefing
from reviews.models import CaseReview, ResearchMessage
from tscb.events.models import EventState, LearningEvent


@dataclass(frozen=True)
class Kind:
    """Under this heading in a letter: rows with `came_out_at`, whatever their public time is."""

    heading: str
    rows: Callable[[], QuerySet[Any]]

    def between(self, since: datetime, until: datetime) -> QuerySet[Any]:
        """Later than the one, and not later than the other, so that nothing is told twice."""
        return self.rows().filter(came_out_at__gt=since, came_out_at__lte=until)


def _reviews() -> QuerySet[Any]:
    return CaseReview.objects.published().annotate(came_out_at=F("published_at"))


def _briefings() -> QuerySet[Any]:
    return Briefing.objects.published().annotate(came_out_at=F("published_at"))


def _events() -> QuerySet[Any]:
    """To come, and not cancelled."""
    coming = LearningEvent.objects.published().coming().filter(state=EventState.PUBLISHED)
    return coming.annotate(came_out_at=F("published_at"))


def _research() -> QuerySet[Any]:
    """By when staff added it: its own date is that of its source."""
    return ResearchMessage.objects.annotate(came_out_at=F("added_at"))


KINDS = (
    Kind("Case reviews", _reviews),
    Kind("7 minute briefings", _briefings),
    Kind("Learning events", _events),
    Kind("Messages from research", _research),
)


def newest_by_theme(since: datetime, until: datetime) -> dict[int | None, datetime]:
    """When the newest of each theme came out; under None what has no theme. One question for each
    kind, however many subscribers wait."""
    newest: dict[int | None, datetime] = {}
    for kind in KINDS:
        for theme, at in _newest(kind.between(since, until)):
            newest[theme] = max(at, newest.get(theme, at))
    return newest


def _newest(rows: QuerySet[Any]) -> Iterator[tuple[int | None, datetime]]:
    yield from rows.order_by().values_list("themes").annotate(newest=Max("came_out_at"))
