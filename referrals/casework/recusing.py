"""Declaring a conflict of interest: from then on the case is shut to whom it concerns."""

from uuid import UUID

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.models import Recusal, Verb, record, staff
from tscb.board.models import User


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
        about = f"person {person.pk}"
        which = {"referral_id": referral.pk, "reference": referral.reference}
        record(Verb.RECUSED, by=staff(by), about=about, **which)
    return recusal
