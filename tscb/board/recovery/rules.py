"""Who may confirm that a colleague has lost their second factor.

Coordinators, the data-protection lead and administrators: those who know the people, or answer for
the accounts. An account that was made just now does not count, so that an administrator cannot make
the second person.
"""

from datetime import timedelta

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.utils import timezone

from tscb.board.models import FactorRecovery, User
from tscb.board.roles import Role

ROLES = (Role.COORDINATOR, Role.DATA_PROTECTION_LEAD)
KNOWN_FOR = timedelta(days=7)
ONLY = (
    "Only coordinators, the data-protection lead and administrators whose accounts are older than "
    "a week can help with a lost second factor."
)


def helpers() -> QuerySet[User]:
    """Everybody who may confirm."""
    trusted = Q(is_superuser=True) | Q(groups__name__in=ROLES)
    known_since = timezone.now() - KNOWN_FOR
    active = User.objects.filter(trusted, is_active=True, date_joined__lte=known_since)
    return active.distinct()


def can_help(user: User | AnonymousUser) -> bool:
    return isinstance(user, User) and helpers().filter(pk=user.pk).exists()


def check_can_help(user: User | AnonymousUser) -> None:
    if not can_help(user):
        raise PermissionDenied(ONLY)


def check_confirm(recovery: FactorRecovery, by: User) -> None:
    """Raises ValidationError with a sentence."""
    if recovery.state != FactorRecovery.State.ASKED:
        raise ValidationError("This request has ended already.")
    if by == recovery.person:
        raise ValidationError("Two of your colleagues have to confirm that you have lost it.")
    if by == recovery.first:
        raise ValidationError("You have confirmed it already. A second colleague has to.")


def can_confirm(recovery: FactorRecovery, by: User) -> bool:
    try:
        check_confirm(recovery, by)
    except ValidationError:
        return False
    return True


def is_over(person: User) -> bool:
    """Whether the time in which somebody may set up a new second factor has passed. Who never lost
    one, or got theirs back in time, has no such limit."""
    last = FactorRecovery.objects.filter(person=person, state=FactorRecovery.State.DONE).first()
    until = last.set_up_until() if last else None
    return until is not None and until < timezone.now()
