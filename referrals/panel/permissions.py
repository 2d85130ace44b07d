"""Who may enter the panel's rooms, and who may say how far a referral has come.

What somebody may see there is `visible_to`'s answer.
"""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from referrals.models import Verb, record, staff
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES, Role, has_role
from tscb.common.web import View

Check = Callable[[User | AnonymousUser], None]


def can_enter(user: User | AnonymousUser) -> bool:
    return has_role(user, *PANEL_ROLES)


def check_can_enter(user: User | AnonymousUser) -> None:
    if not can_enter(user):
        raise PermissionDenied("Only members of the panel can open this page.")


def can_steer(user: User | AnonymousUser) -> bool:
    """When the panel meets, that it has decided, whom the board asks to agree, and what comes to it
    by phone or post, is the coordinator's work."""
    return has_role(user, Role.COORDINATOR)


def check_can_steer(user: User | AnonymousUser) -> None:
    if not can_steer(user):
        raise PermissionDenied("Only a coordinator can do this.")


def only_after(check: Check) -> Callable[[View], View]:
    """Refuses, and records the refusal, before the view has looked anything up."""

    def guarded(view: View) -> View:
        @wraps(view)
        def entered(
            request: HttpRequest, referral_id: UUID | None = None, **kwargs: object
        ) -> HttpResponseBase:
            try:
                check(request.user)
            except PermissionDenied:
                record(Verb.REFUSED, by=staff(request.user), referral_id=referral_id)
                raise
            found = {"referral_id": referral_id} if referral_id else {}
            return view(request, **found, **kwargs)

        return entered

    return guarded


for_the_panel = only_after(check_can_enter)
for_coordinators = only_after(check_can_steer)
