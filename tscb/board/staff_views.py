"""Signing in, and the first page after it."""

from typing import Any

from allauth.account.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tscb.board.roles import PANEL_ROLES, has_role


def home(request: HttpRequest) -> HttpResponse:
    """Sends everybody where their role works: the panel to its cases, editors to the admin."""
    if has_role(request.user, *PANEL_ROLES):
        return HttpResponseRedirect("/panel/")
    return HttpResponseRedirect(reverse("admin:index"))


class SignIn(LoginView):
    """As django-allauth has it, except that `site` in our templates means the board's facts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        del context["site"]
        return context
