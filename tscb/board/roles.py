"""Who is who among the board's people: roles are Django groups, asked for by name.

Permissions in the admin belong to groups (PERMISSIONS); what a role may do with a referral is
decided in referrals/casework/acts.py.
"""

from typing import cast

from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.db.models import Q, TextChoices
from django.http import HttpRequest

from tscb.board.models import User


class Role(TextChoices):
    EDITOR = "Editor"
    PANEL_MEMBER = "Panel member"
    COORDINATOR = "Coordinator"
    INDEPENDENT_CHAIR = "Independent chair"
    DATA_PROTECTION_LEAD = "Data-protection lead"


PANEL_ROLES = (Role.PANEL_MEMBER, Role.COORDINATOR, Role.INDEPENDENT_CHAIR)
EDITORS_APPS = ("reviews", "briefings", "events", "bulletin")
EDITORS_MODELS = (
    "boardsettings",
    "sitelook",
    "agency",
    "bankholidaychange",
    "contactpoint",
    "openinghours",
    "closure",
    "page",
    "pagefile",
    "statement",
    "wordsinlanguage",
    "homepage",
    "homesection",
    "homehighlight",
    "menu",
    "menuentry",
    "notice",
)


def has_role(user: User | AnonymousUser, *roles: Role) -> bool:
    """Whether this person holds one of the roles; being a superuser is not a role."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return False
    return not user.role_names.isdisjoint(roles)


def signed_in(request: HttpRequest) -> User:
    """Whose request it is, on a page that only people with an account reach."""
    return cast(User, request.user)


def give(user: User, *roles: Role) -> None:
    """Adds the roles to a person."""
    user.groups.add(*Group.objects.filter(name__in=roles))


def set_up_groups() -> None:
    """Makes every role's group, and gives editors their permissions in the admin."""
    groups = {role: Group.objects.get_or_create(name=role)[0] for role in Role}
    published = Q(content_type__app_label__in=EDITORS_APPS)
    facts = Q(content_type__app_label="board", content_type__model__in=EDITORS_MODELS)
    groups[Role.EDITOR].permissions.set(Permission.objects.filter(published | facts))
