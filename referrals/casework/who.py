"""The people of the panel, and which of them see a case now."""

from django.db.models import Exists, OuterRef, QuerySet

from referrals.models import Recusal, Referral
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES, Role


def panel_people() -> QuerySet[User]:
    """Everybody who may enter the panel's rooms."""
    return having(*PANEL_ROLES)


def having(*roles: Role) -> QuerySet[User]:
    held = User.groups.through.objects.filter(user=OuterRef("pk"), group__name__in=roles)
    return User.objects.filter(Exists(held), is_active=True)


def recused_from(referral: Referral) -> QuerySet[Recusal]:
    """Those that hold now."""
    return referral.recusals.filter(ended_at=None).select_related("person")


def not_recused(people: QuerySet[User], referral: Referral) -> QuerySet[User]:
    return people.exclude(pk__in=recused_from(referral).values("person"))


def who_see(referral: Referral) -> QuerySet[User]:
    people = not_recused(panel_people(), referral)
    case = referral.case
    return people.filter(pk__in=case.readers.values("pk")) if case.is_restricted else people
