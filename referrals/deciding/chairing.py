"""The independent chair's decision. Nobody else decides, whatever else they may do here."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.casework.moving import move
from referrals.clock.events import happened, undone
from referrals.deciding import conclusions, tellings
from referrals.deciding.mails import tell_of_the_decision
from referrals.models import (
    Case,
    ChairDecision,
    ClockEvent,
    PanelDates,
    Referral,
    ReviewPlan,
    Status,
    current_decision,
    current_recommendation,
)
from referrals.models.status import WrongState
from tscb.board.models import User

ONLY_A_DAY = "Of this decision only its day was kept. It cannot be taken back here."
HAS_BEGUN = "The review has begun: the decision cannot be taken back any more."


@dataclass(frozen=True)
class Decided:
    """What the chair says."""

    agrees: bool
    conclusion: str
    reasons: str
    next_steps: str
    to_tell: list[str]
    day: date


@transaction.atomic
def save_draft(*, referral_id: UUID, said: dict[str, Any], by: User) -> ChairDecision:
    referral = held(referral_id, by)
    draft = drafted(referral, by)
    draft.said = said
    draft.save()
    return draft


def held(referral_id: UUID, by: User) -> Referral:
    """The case, locked, that this person may decide now."""
    check_act(Act.DECIDE, by=by)
    referral = locked(referral_id, by)
    check_act(Act.DECIDE, by=by, referral=referral)
    return referral


def drafted(referral: Referral, by: User) -> ChairDecision:
    recommendation = current_recommendation(referral)
    if recommendation is None:
        raise WrongState("There is no recommendation to decide on.")
    draft = current_decision(referral)
    return draft or ChairDecision(referral=referral, recommendation=recommendation, written_by=by)


@transaction.atomic
def decide(*, referral_id: UUID, decided: Decided, by: User) -> Referral:
    referral = held(referral_id, by)
    check_day(referral, decided.day)
    decision = drafted(referral, by)
    decision.written_by, decision.agrees = by, decided.agrees
    agreed = conclusions.chosen(decision.recommendation)
    conclusions.put(decision, agreed if decided.agrees else decided.conclusion)
    decision.said = {"reasons": decided.reasons, "next_steps": decided.next_steps}
    decision.decided_on, decision.decided_at = decided.day, timezone.now()
    decision.save()
    tellings.begin(decision, decided.to_tell)
    keep_in_clear(referral, decided.day, decision.outcome)
    move(referral, Status.DECIDED, by)
    happened(referral, ClockEvent.DECIDED, on=decided.day)
    tell_of_the_decision(referral)
    return referral


def check_day(referral: Referral, day: date) -> None:
    met = referral.panel_dates.meeting_on
    if day < met:
        written = date_format(met, "j F Y")
        sentence = f"The day of the decision must be {written} or later: the panel’s meeting"
        raise ValidationError({"day": sentence})


def keep_in_clear(referral: Referral, day: date | None, outcome: str) -> None:
    """What lists, figures and keeping read without a key."""
    PanelDates.objects.filter(referral=referral).update(decided_on=day)
    Case.objects.filter(referral=referral).update(outcome=outcome)


def check_take_back(referral: Referral) -> ChairDecision:
    decision = current_decision(referral)
    if decision is None:
        raise WrongState(ONLY_A_DAY)
    if ReviewPlan.objects.filter(referral=referral).exists():
        raise WrongState(HAS_BEGUN)
    return decision


@transaction.atomic
def take_back(*, referral_id: UUID, reason: str, by: User) -> Referral:
    """The decision stays to be read, with why it was taken back."""
    check_act(Act.TAKE_BACK_DECISION, by=by)
    referral = locked(referral_id, by)
    check_act(Act.TAKE_BACK_DECISION, by=by, referral=referral)
    decision = check_take_back(referral)
    decision.ended_by, decision.ended_at, decision.why_ended = by, timezone.now(), reason
    decision.save()
    keep_in_clear(referral, None, "")
    move(referral, Status.RECOMMENDED, by)
    undone(referral, ClockEvent.DECIDED)
    return referral
