"""Closing a case with what came of it, and opening it again."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.casework.moving import move
from referrals.clock.events import happened, undone
from referrals.models import Case, ClockEvent, Closing, Outcome, Referral, Status, panel_dates_of
from tscb.board.models import User


@transaction.atomic
def close(*, referral_id: UUID, outcome: str, reason: str, by: User) -> Referral:
    check_act(Act.CLOSE, by=by)
    referral = locked(referral_id, by)
    check_act(Act.CLOSE, by=by, referral=referral)
    closing = Closing.objects.create(referral=referral, outcome=outcome, why=reason, closed_by=by)
    Case.objects.filter(referral=referral).update(outcome=outcome, closed_at=closing.closed_at)
    move(referral, Status.CLOSED, by)
    happened(referral, ClockEvent.CLOSED)
    return referral


@transaction.atomic
def reopen(*, referral_id: UUID, reason: str, by: User) -> Referral:
    """Back to where it was closed: decided, or withdrawn."""
    check_act(Act.REOPEN, by=by)
    referral = locked(referral_id, by)
    check_act(Act.REOPEN, by=by, referral=referral)
    for closing in Closing.objects.filter(referral=referral, reopened_at=None):
        closing.why_reopened, closing.reopened_by = reason, by
        closing.reopened_at = timezone.now()
        closing.save()
    Case.objects.filter(referral=referral).update(closed_at=None)
    move(referral, before_closing(referral), by)
    undone(referral, ClockEvent.CLOSED)
    return referral


def before_closing(referral: Referral) -> Status:
    dates = panel_dates_of(referral)
    return Status.DECIDED if dates and dates.decided_on else Status.WITHDRAWN


def outcome_so_far(referral: Referral) -> str:
    """What a closing begins with."""
    withdrawn = Outcome.WITHDRAWN.value if referral.status == Status.WITHDRAWN else ""
    return referral.case.outcome or withdrawn
