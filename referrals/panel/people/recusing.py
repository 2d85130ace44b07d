"""Declaring a conflict of interest, after which the person sees nothing of the case, and ending it.
"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act
from referrals.models import Recusal, Verb
from referrals.models.status import WrongState
from referrals.panel.people.leading import held, note, without_lead_who_cannot_see
from tscb.board.models import User

ENDED_ALREADY = "This conflict of interest has ended already."


@transaction.atomic
def recuse(*, referral_id: UUID, reason: str, by: User) -> Recusal:
    """Of oneself. Nobody can do it twice: the case is out of their sight at once."""
    referral = held(Act.RECUSE, referral_id, by)
    recusal = Recusal.objects.create(referral=referral, person=by, reason=reason)
    note(Verb.RECUSED, referral, by)
    without_lead_who_cannot_see(referral)
    return recusal


@transaction.atomic
def end_recusal(*, referral_id: UUID, recusal_id: int, by: User) -> Recusal:
    """The person sees the case again, if it is not restricted to others."""
    referral = held(Act.END_RECUSAL, referral_id, by)
    recusal = referral.recusals.select_related("person").filter(pk=recusal_id, ended_at=None)
    one = recusal.first()
    if one is None:
        raise WrongState(ENDED_ALREADY)
    one.ended_at, one.ended_by = timezone.now(), by
    one.save(update_fields=("ended_at", "ended_by"))
    note(Verb.RECUSAL_ENDED, referral, by, about=f"person {one.person_id}")
    return one
