"""Tracking the actions of a review to done: the only place that writes their state.

Each change is kept in the action's history, noted in the review's, and the status of its
recommendation follows from its actions.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from reviews.models import Action
from reviews.models.action import NO_EVIDENCE
from reviews.name_check import known_of
from reviews.safety.names import hits
from tscb.board.models import User
from tscb.common.publishing import content, history

WORDS = ("text", "owner_role", "evidence", "evidence_kept", "public_evidence")


def check_words(action: Action) -> None:
    """Raises ValidationError with a sentence for each field that cannot stay as it is."""
    wrong = {}
    if not action.evidence.strip() and not action.is_open:
        wrong["evidence"] = NO_EVIDENCE
    if action.recommendation and action.recommendation.review_id != action.review_id:
        wrong["recommendation"] = "This recommendation belongs to another review."
    known = known_of(action.review)
    for name in WORDS:
        if any(hit.sure or hit.near for hit in hits(getattr(action, name), known)):
            wrong[name] = "It names somebody or something of the case: take it out."
    if wrong:
        raise ValidationError(wrong)


@transaction.atomic
def save(*, action: Action, by: User) -> Action:
    """Keeps a new or changed action. Changed public words wait for a second person again."""
    check_words(action)
    before = Action.objects.select_for_update().filter(pk=action.pk).first()
    if before is None or before.public_evidence != action.public_evidence:
        action.public_by, action.released_by = by, None
    else:
        action.public_by, action.released_by = before.public_by, before.released_by
    same = before is not None and before.state == action.state
    action.changed_at = before.changed_at if before and same else timezone.now()
    action.save()
    event = "Changed" if same else action.get_state_display()
    return _kept(action, event, by)


def check_releasable(action: Action, by: User) -> None:
    if not action.public_evidence.strip():
        raise ValidationError("There is nothing for the public to read.")
    if action.public_by_id in (by.pk, None):
        raise ValidationError("You wrote this last: a second person has to release it.")
    check_words(action)


def can_release(action: Action, by: User) -> bool:
    waits = bool(action.public_evidence) and not action.released_by_id
    return waits and action.public_by_id not in (by.pk, None)


@transaction.atomic
def release(*, action: Action, by: User) -> Action:
    """A second person has read what the public is to read."""
    action = Action.objects.select_for_update().get(pk=action.pk)
    check_releasable(action, by)
    action.released_by = by
    action.save(update_fields=["released_by"])
    return _kept(action, "Words for the public released", by)


def _kept(action: Action, event: str, by: User) -> Action:
    history.record(action, event, by=by, content=content.snapshot(action))
    history.record(action.review, f"Action of {action.agency}: {event}", by=by)
    action.review.note_completeness()
    return action
