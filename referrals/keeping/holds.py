"""Keeping a case beyond its time, with a reason: while a hold stands, nobody can dispose of it."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.models import LegalHold, Referral, Verb, record, staff
from tscb.board.models import User


def standing_on(referral: Referral) -> QuerySet[LegalHold]:
    return LegalHold.objects.filter(referral=referral, ended_at=None)


@transaction.atomic
def hold(*, referral_id: UUID, why: str, by: User) -> LegalHold:
    """There may be several: each ends by itself. The same reason twice is one."""
    referral = locked(referral_id, by)
    check_act(Act.HOLD, by=by, referral=referral)
    same = next((one for one in standing_on(referral) if one.why == why), None)
    if same:
        return same
    placed = LegalHold.objects.create(referral=referral, why=why, placed_by=by)
    record(Verb.HELD, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    return placed


@transaction.atomic
def end_hold(*, referral_id: UUID, hold_id: int, why: str, by: User) -> LegalHold | None:
    """One that is ended already stays as it was ended. None for one that this case has not."""
    referral = locked(referral_id, by)
    check_act(Act.HOLD, by=by, referral=referral)
    placed = LegalHold.objects.filter(referral=referral, pk=hold_id).first()
    if placed and placed.ended_at is None:
        placed.why_ended, placed.ended_by, placed.ended_at = why, by, timezone.now()
        placed.save()
        record(Verb.HOLD_ENDED, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    return placed
