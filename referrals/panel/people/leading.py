"""Who leads a case: taking it on, giving it up, and handing it to somebody."""

from uuid import UUID

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.casework.who import who_see
from referrals.models import Case, Referral, Verb, record, staff
from referrals.models.status import WrongState
from tscb.board.models import User

LED_ALREADY = "Somebody has taken this case on already. A coordinator can hand it over."
NOT_YOURS = "You do not lead this case."
CANNOT_SEE = "This person may not see this case, or is no longer on the panel."


@transaction.atomic
def take_on(*, referral_id: UUID, by: User) -> None:
    """Doing it again changes nothing."""
    referral = held(Act.TAKE_ON, referral_id, by)
    if referral.case.lead_id == by.pk:
        return
    if referral.case.lead_id:
        raise WrongState(LED_ALREADY)
    set_lead(referral, by, Verb.TAKEN_ON, by)


@transaction.atomic
def give_up(*, referral_id: UUID, by: User) -> None:
    referral = held(Act.TAKE_ON, referral_id, by)
    if referral.case.lead_id != by.pk:
        raise WrongState(NOT_YOURS)
    set_lead(referral, None, Verb.GIVEN_UP, by)


@transaction.atomic
def hand_over(*, referral_id: UUID, to: User, by: User) -> None:
    referral = held(Act.HAND_OVER, referral_id, by)
    if not who_see(referral).filter(pk=to.pk).exists():
        raise WrongState(CANNOT_SEE)
    if referral.case.lead_id != to.pk:
        set_lead(referral, to, Verb.HANDED_OVER, by)


def held(act: Act, referral_id: UUID, by: User) -> Referral:
    referral = locked(referral_id, by)
    check_act(act, by=by, referral=referral)
    return referral


def set_lead(referral: Referral, to: User | None, event: Verb, by: User) -> None:
    Case.objects.filter(pk=referral.pk).update(lead=to)
    about = f"person {to.pk}" if to and to != by else ""
    note(event, referral, by, about)


def note(event: Verb, referral: Referral, by: User, about: str = "") -> None:
    record(event, by=staff(by), referral_id=referral.pk, reference=referral.reference, about=about)
