"""Declaring a conflict of interest: from then on the case is shut to whom it concerns, and led by
somebody else. The independent chair alone ends it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.models import Case, Recusal, Verb, record, staff
from referrals.models.status import WrongState
from tscb.board.models import User

ENDED_ALREADY = "This conflict of interest has ended already."


@transaction.atomic
def recuse(*, referral_id: UUID, person: User, reason: str, by: User) -> Recusal:
    """One's own; a coordinator also writes down what a member declared at a meeting. Doing it again
    changes nothing. Raises Referral.DoesNotExist for what `by` may not see."""
    check_act(Act.RECUSE if person == by else Act.KEEP_MEETINGS, by=by)
    referral = locked(referral_id, by)
    recusal, is_new = Recusal.objects.get_or_create(
        referral=referral, person=person, ended_at=None, defaults={"reason": reason}
    )
    if is_new:
        Case.objects.filter(pk=referral.pk, lead=person).update(lead=None)
        _note(Verb.RECUSED, recusal, by)
    return recusal


@transaction.atomic
def end_recusal(*, referral_id: UUID, recusal_id: int, by: User) -> Recusal:
    """The person sees the case again, if it is not restricted to others."""
    referral = locked(referral_id, by)
    check_act(Act.END_RECUSAL, by=by, referral=referral)
    held = referral.recusals.filter(pk=recusal_id, ended_at=None).select_related("person")
    recusal = held.first()
    if recusal is None:
        raise WrongState(ENDED_ALREADY)
    recusal.ended_at, recusal.ended_by = timezone.now(), by
    recusal.save(update_fields=("ended_at", "ended_by"))
    _note(Verb.RECUSAL_ENDED, recusal, by)
    return recusal


def _note(event: Verb, recusal: Recusal, by: User) -> None:
    referral = recusal.referral
    record(
        event,
        by=staff(by),
        referral_id=referral.pk,
        reference=referral.reference,
        about=f"person {recusal.person_id}",
    )
