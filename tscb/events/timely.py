"""How long a page about events stays true: booking opens and closes, and events end."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils import timezone

from tscb.common.web import UNCHANGED_FOR
from tscb.events.models import LearningEvent


def until_it_changes(request: HttpRequest, events: Iterable[LearningEvent]) -> None:
    """Tells caches, after the page was drawn, not to keep it beyond the next such moment."""
    now = timezone.now()
    left = [
        int((moment - now).total_seconds())
        for event in events
        for moment in (
            event.booking_opens_at,
            event.booking_closes_at,
            event.starts_at,
            event.ends_at,
        )
        if moment and moment > now
    ]
    known = getattr(request, UNCHANGED_FOR, None)
    if left:
        setattr(request, UNCHANGED_FOR, min(left) if known is None else min(known, *left))
