"""Shutting a case to all but named people, and opening it to the whole panel again."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from referrals.casework.acts import Act
from referrals.casework.who import not_recused, panel_people
from referrals.models import AccessChange, Case, Referral, Verb
from referrals.panel.people.leading import held, note
from tscb.board.models import User

FEWEST = 2
TOO_FEW = (
    "Choose at least two people who may see this case: with one alone nobody could go on when they "
    "are away."
)
NOT_YOURSELF = "Choose yourself too. If you must not see this case, declare a conflict of interest."


@transaction.atomic
def restrict(*, referral_id: UUID, readers: Iterable[User], reason: str, by: User) -> None:
    """From now on these alone see it. Who shuts it stays among them, and can open it again."""
    referral = held(Act.RESTRICT, referral_id, by)
    chosen = not_recused(panel_people(), referral).filter(pk__in=[one.pk for one in readers])
    check_readers(set(chosen.values_list("pk", flat=True)), by)
    _keep(referral, set(chosen), reason, by)
    Case.objects.filter(pk=referral.pk).exclude(lead__in=chosen).update(lead=None)
    note(Verb.RESTRICTED, referral, by, about=f"{len(chosen)} people")


@transaction.atomic
def open_to_panel(*, referral_id: UUID, reason: str, by: User) -> None:
    referral = held(Act.RESTRICT, referral_id, by)
    _keep(referral, set(), reason, by)
    note(Verb.UNRESTRICTED, referral, by)


def check_readers(chosen: set[int], by: User) -> None:
    if len(chosen) < FEWEST:
        raise ValidationError({"readers": TOO_FEW})
    if by.pk not in chosen:
        raise ValidationError({"readers": NOT_YOURSELF})


def _keep(referral: Referral, readers: set[User], reason: str, by: User) -> None:
    Case.objects.filter(pk=referral.pk).update(is_restricted=bool(readers))
    referral.case.readers.set(readers)
    AccessChange.objects.create(
        referral=referral,
        is_restricted=bool(readers),
        reader_ids=sorted(one.pk for one in readers),
        reason=reason,
        changed_by=by,
    )
