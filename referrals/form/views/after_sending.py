"""After sending: how far the referral has come, adding to it, withdrawing it."""

from functools import wraps
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from referrals.agreement.standing import standing
from referrals.form import afterwards
from referrals.form.access import answers_get_and_post
from referrals.form.after_forms import AdditionForm, WithdrawalForm
from referrals.form.cookie import referral_of
from referrals.form.handing_back import another_is_open, not_on_this_device
from referrals.form.steps import added_since, steps
from referrals.form.whose_page import is_for_another
from referrals.models import Referral, withdrawal_of
from referrals.models.status import WrongState
from tscb.common.throttling import allow
from tscb.common.web import View, open_to_all

HOUR = 3600
ADDITIONS_AN_HOUR = 20


def with_sent_referral(view: View) -> View:
    """Calls the view with the referral that was sent from this browser."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def opened(request: HttpRequest) -> HttpResponseBase:
        referral = referral_of(request)
        if referral is None:
            return come_back_first(request)
        if is_for_another(request, referral):
            return another_is_open(request, referral)
        if referral.is_draft:
            return redirect("refer:start")
        try:
            return view(request, referral)
        except Referral.DoesNotExist:  # disposed of just now
            return come_back_first(request)

    return opened


def come_back_first(request: HttpRequest) -> HttpResponse:
    """To the page that opens a referral on another device; what was typed is handed back."""
    if request.method == "POST":
        return not_on_this_device(request)
    return redirect("refer:return")


@with_sent_referral
def status(request: HttpRequest, referral: Referral) -> HttpResponse:
    context = {
        "referral": referral,
        "agreement": standing(referral),
        "steps": steps(referral),
        "withdrawal": withdrawal_of(referral),
        "added": added_since(referral),
        "can_withdraw": afterwards.can_withdraw(referral),
        "just_added": "added" in request.GET,
    }
    return render(request, "referrals/form/status.html", context)


@with_sent_referral
def add(request: HttpRequest, referral: Referral) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    form = AdditionForm(typed, initial={"press": uuid4()})
    if not form.is_valid():
        return addition_page(request, form)
    if not allow("refer-add", str(referral.pk), ADDITIONS_AN_HOUR, HOUR):
        return refused(request, form)
    afterwards.add(referral_id=referral.pk, **form.cleaned_data)
    return redirect(reverse("refer:status") + "?added")


def addition_page(request: HttpRequest, form: AdditionForm, **more: object) -> HttpResponse:
    return render(request, "referrals/form/add.html", {"form": form, **more})


def refused(request: HttpRequest, form: AdditionForm) -> HttpResponse:
    """With the numbers to call, and with the text: nothing typed is lost."""
    response = addition_page(request, form, is_refused=True)
    response.status_code = 429
    response.headers["Retry-After"] = str(HOUR)
    return response


@with_sent_referral
def withdraw(request: HttpRequest, referral: Referral) -> HttpResponse:
    """Too late, the page says why and hands back what was typed. Sent twice, it is done once."""
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    try:
        if form.is_valid():
            afterwards.withdraw(referral_id=referral.pk, reason=form.cleaned_data["reason"])
            return redirect("refer:status")
        afterwards.check_can_withdraw(referral)
    except WrongState as reason:
        return too_late(request, form, str(reason))
    return render(request, "referrals/form/withdraw.html", {"form": form})


def too_late(request: HttpRequest, form: WithdrawalForm, reason: str) -> HttpResponse:
    context = {"reason": reason, "typed": form.data.get("reason", "")}
    response = render(request, "referrals/form/too_late.html", context)
    if form.is_bound:
        response.status_code = 409
    return response
