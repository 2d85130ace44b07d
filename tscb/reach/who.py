"""Who sees the board's numbers: everybody who answers for them, and whoever runs the site. There is
nothing of a case in them, and nobody's name.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from tscb.board.models import User
from tscb.board.roles import Role, has_role

ALLOWED = (
    Role.EDITOR,
    Role.COORDINATOR,
    Role.INDEPENDENT_CHAIR,
    Role.DATA_PROTECTION_LEAD,
)
View = Callable[[HttpRequest], HttpResponseBase]


def can_see(person: User | AnonymousUser) -> bool:
    return person.is_superuser or has_role(person, *ALLOWED)


def for_the_board(view: View) -> View:
    @wraps(view)
    def entered(request: HttpRequest) -> HttpResponseBase:
        if not can_see(request.user):
            raise PermissionDenied("This page is for those who report to the board.")
        return view(request)

    return entered
