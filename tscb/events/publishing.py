"""Publishing an event and cancelling it. Nothing else changes its state.

One editor is enough, unlike for reviews: an event holds no case data, its page is short, and every
version is kept. What could tell of a case, a restricted event's title, is checked by a rule.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tscb.board.models import User
from tscb.common.publishing import history
from tscb.events.bookings import mails
from tscb.events.discreet import NEUTRAL, telling
from tscb.events.models import EventState, LearningEvent


def check_publishable(event: LearningEvent) -> None:
    """Raises ValidationError with a sentence for each thing that stands in the way."""
    problems = []
    if event.state != EventState.DRAFT:
        problems.append("Only a draft can be published.")
    if event.starts_at is None:
        problems.append("Say when it takes place.")
    elif event.is_past:
        problems.append("It is over already: give it a time to come.")
    if not event.place and not event.is_online:
        problems.append("Say where it takes place, or that it is online.")
    if event.is_restricted and (what := telling_words(event)):
        problems.append(NEUTRAL.format(what=what))
    if problems:
        raise ValidationError(problems)


def telling_words(event: LearningEvent) -> str:
    """What in the words of an event may tell which case it is about."""
    words = (event.title, event.summary, event.slug.replace("-", " "))
    return next(filter(None, map(telling, words)), "")


def can_publish(event: LearningEvent) -> bool:
    return event.state == EventState.DRAFT


def check_cancellable(event: LearningEvent) -> None:
    if not can_cancel(event):
        raise ValidationError("Only an event that is published and not over can be cancelled.")


def can_cancel(event: LearningEvent) -> bool:
    return event.state == EventState.PUBLISHED and not event.is_past


@transaction.atomic
def publish(*, event: LearningEvent, by: User) -> LearningEvent:
    event = event.refresh_locked()
    check_publishable(event)
    event.state, event.published_at = EventState.PUBLISHED, timezone.now()
    event.bookings_deleted_at = None
    event.save()
    history.record(event, "Published", by=by)
    return event


@transaction.atomic
def cancel(*, event: LearningEvent, by: User) -> LearningEvent:
    """Its page stays and says so until the day is past; everybody who booked is told."""
    event = event.refresh_locked()
    check_cancellable(event)
    event.state, event.cancelled_at = EventState.CANCELLED, timezone.now()
    event.changes += 1
    event.save()
    history.record(event, "Cancelled", by=by)
    mails.tell_all(event, mails.CANCELLED)
    return event
