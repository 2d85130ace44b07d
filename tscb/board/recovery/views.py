"""Pages about a lost second factor: what waits, one request, and asking at the sign-in itself."""

from functools import wraps
from typing import cast

from allauth.account.internal.decorators import login_stage_required
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tscb.board.models import FactorRecovery, User
from tscb.board.recovery import actions
from tscb.board.recovery.forms import AskForm
from tscb.board.recovery.rules import can_confirm, check_can_help
from tscb.board.roles import signed_in
from tscb.board.signing_in_again import fresh_sign_in
from tscb.common.throttling import refusal
from tscb.common.web import View, answers_get_and_post

A_DAY = 86_400
TIMES_A_DAY = 5
LAST = 20
TOLD = {
    FactorRecovery.State.ASKED: "Your confirmation is kept. A second colleague has to confirm too.",
    FactorRecovery.State.DONE: "The second factor and the password are taken away. The person was "
    "told by email how to go on.",
    FactorRecovery.State.DROPPED: "The request is dropped.",
}


def for_helpers(view: View) -> View:
    @wraps(view)
    def entered(request: HttpRequest, **kwargs: object) -> HttpResponseBase:
        check_can_help(request.user)
        return view(request, **kwargs)

    return entered


@answers_get_and_post
@for_helpers
def recoveries(request: HttpRequest) -> HttpResponse:
    """What waits for two colleagues, what was done, and asking for somebody."""
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        recovery = actions.ask(person=cast(User, form.person), by=signed_in(request))
        return redirect("recovery_of", recovery.pk)
    rows = FactorRecovery.objects.select_related("person", "first", "second")
    waiting = FactorRecovery.State.ASKED
    context = {"form": form, "open": rows.open(), "ended": rows.exclude(state=waiting)[:LAST]}
    return render(request, "board/recovery/list.html", context)


@answers_get_and_post
@for_helpers
@fresh_sign_in
def recovery_of(request: HttpRequest, pk: int) -> HttpResponse:
    rows = FactorRecovery.objects.select_related("person", "asked_by", "first", "second")
    recovery = get_object_or_404(rows, pk=pk)
    by = signed_in(request)
    if request.method == "POST":
        return _pressed(request, recovery, by)
    context = {"recovery": recovery, "can_confirm": can_confirm(recovery, by)}
    return render(request, "board/recovery/one.html", context)


def _pressed(request: HttpRequest, recovery: FactorRecovery, by: User) -> HttpResponse:
    act = actions.drop if "drop" in request.POST else actions.confirm
    try:
        recovery = act(recovery=recovery, by=by)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, TOLD[FactorRecovery.State(recovery.state)])
    return redirect("recovery")


@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
@require_POST
def lost(request: HttpRequest) -> HttpResponse:
    """From the page that asks for the code: the password has been right."""
    person = request._login_stage.login.user  # type: ignore[attr-defined] # set by the decorator
    if refused := refusal(request, "factor-lost", str(person.pk), TIMES_A_DAY, A_DAY):
        return refused
    actions.ask(person=person, by=None)
    return render(request, "board/recovery/asked.html")
