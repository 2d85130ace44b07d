"""The page that asks once more who it is, and the page that hands back what was typed."""

from collections.abc import Collection
from typing import Any

from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tscb.board.roles import signed_in
from tscb.board.sessions.forms import AgainForm, PasskeyForm
from tscb.board.sessions.kept_forms import kept_for
from tscb.board.sessions.limits import go_on, is_live, mark_of, seconds_left
from tscb.board.signing_in_again import PASSWORD, missing
from tscb.common.web import NotHere, answers_get_and_post

NOT_KEPT = (
    "What you typed is not kept here. It is kept for an hour, for the person who typed it, and "
    "until it has been sent again."
)


@answers_get_and_post
def again(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    if not is_mfa_enabled(user):
        return redirect("mfa_index")
    asked = ["password" if one == PASSWORD else "code" for one in missing(request)]
    if not asked:
        return HttpResponseRedirect(next_page(request))
    if request.method == "GET":
        return _asking(request, AgainForm(user=user, asked=asked))
    return _answered(request, asked)


def _answered(request: HttpRequest, asked: Collection[str]) -> HttpResponse:
    user = signed_in(request)
    if too_often := ratelimit.consume_or_429(request, action="reauthenticate", user=user):
        return too_often
    passkey = PasskeyForm(request.POST, user=user)
    form = AgainForm(None if "credential" in request.POST else request.POST, user=user, asked=asked)
    if "credential" in request.POST and passkey.is_valid():
        passkey.save()
    elif form.is_valid():
        form.record(request)
    else:
        return _asking(request, form, passkey_failed="credential" in request.POST)
    return HttpResponseRedirect(next_page(request))


def _asking(request: HttpRequest, form: AgainForm, *, passkey_failed: bool = False) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "next": next_page(request),
        "passkey_failed": passkey_failed,
    }
    if is_mfa_enabled(signed_in(request), [Authenticator.Type.WEBAUTHN]):
        # Asked for without a name, a passkey has to check finger, face or PIN.
        context["passkey"] = {"request_options": begin_authentication(None)}
    return render(request, "board/sessions/again.html", context)


def next_page(request: HttpRequest) -> str:
    """Where somebody was going, if that is on this site."""
    given = request.POST.get("next") or request.GET.get("next") or ""
    here = {request.get_host()}
    is_safe = url_has_allowed_host_and_scheme(given, here, require_https=request.is_secure())
    return given if is_safe else reverse("staff_home")


@login_not_required
@never_cache
@answers_get_and_post
def session(request: HttpRequest) -> HttpResponse:
    """For the script that warns: how long its visitor has yet. Asking is no work; pressing is."""
    if not is_live(request):
        return JsonResponse({"left": 0})
    if request.method == "POST":
        go_on(request.session)
    left = int(seconds_left(request.session))
    return JsonResponse({"left": left, "person": mark_of(request), "token": get_token(request)})


@require_safe
def kept(request: HttpRequest, token: str) -> HttpResponse:
    typed = kept_for(signed_in(request), token)
    if typed is None:
        raise NotHere(NOT_KEPT)
    return render(request, "board/sessions/kept.html", {"typed": typed, "token": token})
