"""Where staff begin to write down what came by phone or on paper, and go on with what is open."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from referrals.casework.acts import Act
from referrals.casework.guards import may
from referrals.description.pages import FIRST
from referrals.form import cookie
from referrals.form.entry.actions import begin
from referrals.form.entry.actions import go_on as go_on_with
from referrals.form.entry.forms import EntryForm
from referrals.form.journey import address
from referrals.models import Referral
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@may(Act.ENTER_REFERRAL)
def start(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = EntryForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("came_by", "came_at", "taken_by")}
        return cookie.give(redirect(address(FIRST)), begin(**said, by=user))
    being = Referral.objects.being_entered(user).order_by("staff_entry__came_at")
    return render(request, "referrals/entry/start.html", {"form": form, "being": being})


@require_POST
@may(Act.ENTER_REFERRAL)
def go_on(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    token = go_on_with(referral_id=referral_id, by=signed_in(request))
    if token is None:
        raise Http404
    return cookie.give(redirect("refer:start"), token)
