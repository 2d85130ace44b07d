"""The panel’s recommendation: a draft kept as it is typed, sent to the chair, and taken back or
sent back until it is decided."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.casework.moving import move
from referrals.clock.events import happened, undone
from referrals.deciding import conclusions
from referrals.deciding.criteria import SETS, criteria_of, first_era
from referrals.deciding.mails import tell_the_chair
from referrals.models import (
    ClockEvent,
    PanelRecommendation,
    Referral,
    Status,
    Verb,
    current_recommendation,
    panel_dates_of,
    record,
    staff,
)
from referrals.models.status import WrongState
from tscb.board.models import User

NEW = ""  # what a form says that was opened before anything was kept


def mark_of(draft: PanelRecommendation | None) -> str:
    """Changes with each save: a form carries the mark of what it was opened on."""
    return draft.written_at.isoformat() if draft else NEW


def check_unchanged(draft: PanelRecommendation | None, seen: str) -> None:
    if seen != mark_of(draft) and draft:
        raise WrongState(
            f"{draft.written_by} saved this recommendation after you opened it. What you typed "
            "stands below and is not saved yet. To put it in the place of theirs, save once more."
        )


@transaction.atomic
def save_draft(
    *, referral_id: UUID, said: dict[str, Any], seen: str, by: User
) -> PanelRecommendation:
    """Keeps all that was typed; raises WrongState where somebody else saved in between."""
    check_act(Act.RECOMMEND, by=by)
    referral = locked(referral_id, by)
    check_act(Act.RECOMMEND, by=by, referral=referral)
    draft = current_recommendation(referral)
    check_unchanged(draft, seen)
    draft = draft or begun(referral, by)
    draft.era = said["era"] if said.get("era") in SETS else draft.era
    conclusions.put(draft, said.get("conclusion", ""))
    draft.said, draft.written_by = {**draft.said, **said}, by
    draft.save()
    record(Verb.DRAFT_KEPT, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    return draft


def begun(referral: Referral, by: User) -> PanelRecommendation:
    """A new draft; after one that came back, as its copy."""
    earlier = PanelRecommendation.objects.filter(referral=referral).first()
    fresh = {"era": first_era(referral.answers), "said": {}}
    start: dict[str, Any] = earlier.copied() if earlier else fresh
    number = earlier.number + 1 if earlier else 1
    return PanelRecommendation(referral=referral, number=number, written_by=by, **start)


@transaction.atomic
def recommend(*, referral_id: UUID, by: User) -> Referral:
    """Sends the draft to the chair. The form has seen to it that nothing is missing."""
    check_act(Act.RECOMMEND, by=by)
    referral = locked(referral_id, by)
    check_act(Act.RECOMMEND, by=by, referral=referral)
    draft = current_recommendation(referral)
    check_ready(referral, draft)
    assert draft is not None  # noqa: S101 - said by the check; for the type checker
    draft.meeting_on = referral.panel_dates.meeting_on
    draft.said = {**draft.said, "wording": criteria_of(draft.era).wording, "criteria": limbs(draft)}
    draft.recommended_by, draft.recommended_at = by, timezone.now()
    draft.save()
    move(referral, Status.RECOMMENDED, by)
    happened(referral, ClockEvent.RECOMMENDED)
    tell_the_chair(referral)
    return referral


def check_ready(referral: Referral, draft: PanelRecommendation | None) -> None:
    if draft is None or not draft.outcome:
        raise WrongState("The recommendation is not written yet.")
    dates = panel_dates_of(referral)
    if dates is None or dates.meeting_on > timezone.localdate():
        raise WrongState("The panel has not met yet: the day of its meeting is still to come.")


def limbs(draft: PanelRecommendation) -> list[dict[str, str]]:
    """Each criterion as it was worded, with its answer and reason; it stays so."""
    said = draft.said
    return [
        {
            "words": one.words,
            "source": one.source,
            "answer": said.get(f"limb_{one.key}", ""),
            "reason": said.get(f"why_{one.key}", ""),
        }
        for one in criteria_of(draft.era).criteria
    ]


@transaction.atomic
def send_back(*, referral_id: UUID, reason: str, by: User) -> Referral:
    """To the panel again: by the chair, or taken back by a coordinator. It stays as it was sent."""
    check_act(Act.TAKE_BACK_RECOMMENDATION, by=by)
    referral = locked(referral_id, by)
    check_act(Act.TAKE_BACK_RECOMMENDATION, by=by, referral=referral)
    sent = current_recommendation(referral)
    if sent:
        sent.ended_by, sent.ended_at, sent.why_ended = by, timezone.now(), reason
        sent.save()
    referral.decisions.filter(ended_at=None, decided_at=None).delete()
    move(referral, Status.WITH_PANEL, by)
    undone(referral, ClockEvent.RECOMMENDED)
    return referral
