"""Who takes part in taking words out of the history: two people, one of them answers for data
protection. What is done to the history is purging.py's."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from tscb.board.models import User
from tscb.board.roles import Role, has_role
from tscb.common.publishing import purging
from tscb.common.publishing.purge import Purge

LEAD = Role.DATA_PROTECTION_LEAD


def can_take_part(user: Any) -> bool:
    return has_role(user, Role.EDITOR, LEAD)


def check_can_take_part(user: Any) -> None:
    if not can_take_part(user):
        raise PermissionDenied(
            "Only editors and the data-protection lead take words out of the history."
        )


def check_carry_out(purge: Purge, by: User) -> None:
    """Raises ValidationError with a sentence."""
    purging.check_can_be_carried_out(purge, by)
    if not (has_role(by, LEAD) or has_role(purge.asked_by, LEAD)):
        raise ValidationError("One of the two people has to be the data-protection lead.")


def refusal(purge: Purge, by: User) -> str:
    """Why this person may not carry it out; empty when they may."""
    try:
        check_carry_out(purge, by)
    except ValidationError as refused:
        return refused.messages[0]
    return ""


def carry_out(*, purge: Purge, by: User) -> Purge:
    check_can_take_part(by)
    check_carry_out(purge, by)
    return purging.carry_out(purge=purge, by=by)


def drop(*, purge: Purge, by: User) -> Purge:
    check_can_take_part(by)
    return purging.drop(purge=purge, by=by)
