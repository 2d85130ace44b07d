"""What a coordinator does to a referral that came by phone or on paper: begin it, go on with it."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.description.guidance import mark_of_today
from referrals.description.places import BY_STAFF
from referrals.form.drafts import add_key
from referrals.models import KeyKind, Referral, StaffEntry, Verb, record, staff
from referrals.models.secrets import new_token
from tscb.board.models import User


def check_came_at(moment: datetime) -> None:
    if moment > timezone.now():
        raise ValidationError("The moment it came must be in the past.")


@transaction.atomic
def begin(*, came_by: str, came_at: datetime, taken_by: str, by: User) -> str:
    """Gives the token for this browser's cookie: from here on the pages of the form serve."""
    check_act(Act.ENTER_REFERRAL, by=by)
    check_came_at(came_at)
    referral = Referral.objects.create(
        reference=Referral.objects.unused_reference(),
        answers={BY_STAFF: True, **mark_of_today()},
    )
    StaffEntry.objects.create(
        referral=referral, came_by=came_by, came_at=came_at, taken_by=taken_by, entered_by=by
    )
    record(Verb.STARTED, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    return _key_to(referral)


@transaction.atomic
def go_on(*, referral_id: UUID, by: User) -> str | None:
    """A token for this browser, whoever began; None where there is nothing left to write."""
    check_act(Act.ENTER_REFERRAL, by=by)
    being = Referral.objects.being_entered(by).select_for_update(of=("self",))
    referral = being.filter(pk=referral_id).first()
    if referral is None:
        return None
    StaffEntry.objects.filter(referral=referral).update(entered_by=by)
    record(Verb.OPENED, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    return _key_to(referral)


def _key_to(referral: Referral) -> str:
    token = new_token()
    add_key(referral.pk, KeyKind.COOKIE, token)
    return token
