"""Finding learning events by words, as case reviews and briefings are found: what is to come first,
the next one before all others; then what is over, the last one first.
"""

from datetime import datetime
from typing import Any

from django.db.models import F, FloatField, Func, Q, Value
from django.db.models.functions import Abs
from django.utils import timezone

from reviews.search.marking import as_html, headline
from reviews.search.words import query_for
from tscb.events.models import LearningEvent
from tscb.events.models.event import WORDS


def events_found(words: str, most: int) -> list[LearningEvent]:
    """In one question, by the index of words."""
    query, now = query_for(words), timezone.now()
    found = LearningEvent.objects.published().alias(words=WORDS).filter(words=query)
    listed = found.for_lists().annotate(
        is_over=Q(ends_at__lte=now),
        marked_title=headline("title", query, highlight_all=True),
        marked_summary=headline("summary", query, highlight_all=True),
    )
    return [_present(event) for event in listed.order_by("is_over", _apart(now), "pk")[:most]]


def _apart(now: datetime) -> Abs:
    """Seconds between now and the event, whichever comes first."""
    epoch = Func(F("starts_at") - Value(now), template="EXTRACT(EPOCH FROM %(expressions)s)")
    return Abs(epoch, output_field=FloatField())


def _present(event: Any) -> LearningEvent:
    """With marks where the words stand."""
    event.shown_title, event.shown_summary = map(
        as_html, (event.marked_title, event.marked_summary)
    )
    return event
