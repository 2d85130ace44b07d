"""Finding a referral and opening it to read, both recorded."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from referrals.models import Referral, Verb, record, staff
from tscb.board.models import User


def find(*, referral_id: UUID, by: User | AnonymousUser) -> Referral | None:
    """Gives None, with a refusal recorded, for what this person may not see or what is not there.

    Finding is not reading: whoever shows what the referral says opens it.
    """
    found = Referral.objects.visible_to(by).select_related("panel_dates", "withdrawal")
    referral = found.filter(pk=referral_id).first()
    if referral is None:
        record(Verb.REFUSED, by=staff(by), referral_id=referral_id)
    return referral


@transaction.atomic
def open_referral(*, referral_id: UUID, by: User | AnonymousUser) -> Referral | None:
    """The referral to read, and the event of its reading, in one transaction."""
    referral = find(referral_id=referral_id, by=by)
    if referral:
        record(Verb.READ, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    return referral
