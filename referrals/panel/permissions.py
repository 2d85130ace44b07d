"""Who may enter the panel's rooms. What somebody may see there is `visible_to`'s answer."""

from functools import wraps
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from referrals.models import Verb, record, staff
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES, has_role
from tscb.common.web import View


def can_enter(user: User | AnonymousUser) -> bool:
    return has_role(user, *PANEL_ROLES)


def check_can_enter(user: User | AnonymousUser) -> None:
    if not can_enter(user):
        raise PermissionDenied("Only members of the panel can open this page.")


def for_the_panel(view: View) -> View:
    """Refuses, and records the refusal, before the view has looked anything up."""

    @wraps(view)
    def entered(
        request: HttpRequest, referral_id: UUID | None = None, **kwargs: object
    ) -> HttpResponseBase:
        if not can_enter(request.user):
            record(Verb.REFUSED, by=staff(request.user), referral_id=referral_id)
        check_can_enter(request.user)
        found = {"referral_id": referral_id} if referral_id else {}
        return view(request, **found, **kwargs)

    return entered
