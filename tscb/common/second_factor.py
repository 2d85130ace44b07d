"""A password alone gets nobody in: the admin and the panel ask for a second factor as well.

django-allauth lets somebody who has not set one up sign in with the password; this middleware
sends such a person to set it up, and whoever has not used it in this session to sign in again.
"""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tscb.common.web import keep_private

GUARDED = ("/admin/", "/panel/", "/staff/kept/", "/staff/recovery/", "/staff/reach/")
STAFF = (*GUARDED, "/staff/")


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        guarded = request.path_info.startswith(GUARDED)
        response = (guarded and self._way_to_second_factor(request)) or self.get_response(request)
        if request.path_info.startswith(STAFF):
            keep_private(response)
        return response

    def _way_to_second_factor(self, request: HttpRequest) -> HttpResponse | None:
        """Where somebody must go first, or None for who may go on."""
        user = request.user
        if not user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if not is_mfa_enabled(user):
            return HttpResponseRedirect(reverse("mfa_index"))
        if not used_second_factor(request):
            logout(request)
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        return None


def used_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with a second factor (a passkey counts as one)."""
    return any(
        record.get("method") == "mfa"
        for record in get_authentication_records(request, request.user)
    )
