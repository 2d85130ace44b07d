"""The first page after signing in, and what is not offered there."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tscb.board.roles import PANEL_ROLES, Role, has_role


def home(request: HttpRequest) -> HttpResponse:
    """Sends everybody where their role works: the panel to its cases, who answers for data
    protection to the audit, editors to the admin."""
    if has_role(request.user, *PANEL_ROLES):
        return HttpResponseRedirect("/panel/")
    if has_role(request.user, Role.DATA_PROTECTION_LEAD) and not request.user.is_superuser:
        return HttpResponseRedirect("/panel/audit/")
    return HttpResponseRedirect(reverse("admin:index"))


@login_not_required
def not_offered(request: HttpRequest, **kwargs: str) -> HttpResponse:
    raise Http404
