"""After sending: how far the referral has come, adding, answering the board, withdrawing."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from referrals.agreement.standing import standing
from referrals.form import afterwards
from referrals.form.access import throttled, with_sent_referral
from referrals.form.after_forms import AdditionForm, QuestionForm, WithdrawalForm
from referrals.form.steps import added_since, steps
from referrals.models import Referral, ReferrerQuestion, withdrawal_of
from referrals.models.status import WrongState
from tscb.common.forms import GovukForm

HOUR = 3600
ADDITIONS_AN_HOUR = 20


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
        "questions": ReferrerQuestion.objects.of(referral).open(),
    }
    return render(request, "referrals/form/status.html", context)


@with_sent_referral
def add(request: HttpRequest, referral: Referral) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    form = AdditionForm(typed, initial=new_press())
    if not form.is_valid():
        return render(request, "referrals/form/add.html", {"form": form})
    refusal = throttled(request, "add", ADDITIONS_AN_HOUR, HOUR, who=str(referral.pk))
    if refusal:
        return refusal
    afterwards.add(referral_id=referral.pk, **form.cleaned_data)
    return redirect(reverse("refer:status") + "?added")


@with_sent_referral
def question(request: HttpRequest, referral: Referral, number: int) -> HttpResponse:
    """Too late, the page says why and hands back what was typed. Sent twice, it is done once."""
    asked = ReferrerQuestion.objects.of(referral).filter(number=number).first()
    if asked is None:
        raise Http404
    form = QuestionForm(request.POST if request.method == "POST" else None, initial=new_press())
    if request.method != "POST" and not asked.is_open:
        return redirect("refer:status")
    if not form.is_valid():
        context = {"form": form, "question": asked}
        return render(request, "referrals/form/question.html", context)
    refusal = throttled(request, "add", ADDITIONS_AN_HOUR, HOUR, who=str(referral.pk))
    return refusal or keep_answer(request, referral, number, form)


def keep_answer(
    request: HttpRequest, referral: Referral, number: int, form: QuestionForm
) -> HttpResponse:
    try:
        afterwards.answer(referral_id=referral.pk, number=number, **form.cleaned_data)
    except WrongState as reason:
        return too_late(request, form, str(reason), "text")
    return redirect(reverse("refer:status") + "?added")


def new_press() -> dict[str, object]:
    return {"press": uuid4()}


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
        return too_late(request, form, str(reason), "reason")
    return render(request, "referrals/form/withdraw.html", {"form": form})


def too_late(request: HttpRequest, form: GovukForm, reason: str, field: str) -> HttpResponse:
    """`field`: in which something may have been typed."""
    label = form.fields[field].label
    context = {"reason": reason, "typed": form.data.get(field, ""), "label": label}
    response = render(request, "referrals/form/too_late.html", context)
    if form.is_bound:
        response.status_code = 409
    return response
