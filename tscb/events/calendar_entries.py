"""Events as entries of calendar programs: the public feed, and files to add."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.utils import timezone

from tscb.board.addresses import full_address, own_address
from tscb.board.site import current
from tscb.common.icalendar import Entry, to_add, written
from tscb.events.models import EventSession, LearningEvent

KEPT_AFTER = timedelta(days=30)  # how long what is over stays in the feed
MOST = 500
NEVER = datetime(2000, 1, 1, tzinfo=timezone.get_default_timezone())


def all_to_come() -> str:
    """Every public event that is to come, or was a short while ago."""
    since = timezone.now() - KEPT_AFTER
    events = LearningEvent.objects.published().filter(ends_at__gte=since).soonest_first()
    found = list(events.prefetch_related("sessions")[:MOST])
    entries = [
        one
        for event in found
        for one in entries_of(event, path=event.get_absolute_url(), is_public=True)
    ]
    newest = max((event.updated_at for event in found), default=NEVER)
    return written(f"Learning events – {current().board_name}", entries, newest)


def of_event(event: LearningEvent, *, path: str, is_public: bool = False, where: str = "") -> str:
    """A file with all times of one event."""
    entries = entries_of(event, path=path, is_public=is_public, where=where)
    return to_add(current().board_name, entries, event.updated_at)


def entries_of(
    event: LearningEvent, *, path: str, is_public: bool, where: str = ""
) -> Iterator[Entry]:
    """`path`: of the page with more; `where`: what only those who are booked are told."""
    for session in event.sessions.all():
        yield Entry(
            uid=f"{uid_of(session)}@{urlsplit(own_address()).hostname}",
            starts=session.starts_at,
            ends=session.ends_at,
            summary=event.title,
            url=full_address(path),
            place=where or event.where,
            changes=event.changes,
            is_cancelled=event.is_cancelled,
            is_public=is_public,
        )


def uid_of(session: EventSession) -> str:
    return f"learning-event-{session.event_id}-{session.pk}"
