"""What the panel does with a referral: for now, to open it."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from referrals.models import Referral, Verb, record, staff
from tscb.board.models import User


@transaction.atomic
def open_referral(*, referral_id: UUID, by: User | AnonymousUser) -> Referral | None:
    """The referral to read, and the event of its reading, in one transaction.

    Gives None, with a refusal recorded, for what this person may not see or what is not there.
    """
    referral = Referral.objects.visible_to(by).filter(pk=referral_id).first()
    if referral is None:
        record(Verb.REFUSED, by=staff(by), referral_id=referral_id)
        return None
    record(Verb.READ, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    return referral
