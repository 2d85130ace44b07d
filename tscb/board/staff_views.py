"""The first page after signing in."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tscb.board.roles import PANEL_ROLES, has_role


def home(request: HttpRequest) -> HttpResponse:
    """Sends everybody where their role works: the panel to its cases, editors to the admin."""
    if has_role(request.user, *PANEL_ROLES):
        return HttpResponseRedirect("/panel/")
    return HttpResponseRedirect(reverse("admin:index"))
