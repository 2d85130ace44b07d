"""What the coordinator does: asks agencies, gives more time, writes to another mailbox, takes back;
asks the referrer."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404, opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.description.people import people
from referrals.models import Referral, ReferrerQuestion, Summary
from referrals.summaries import asking
from referrals.summaries import questions as to_the_referrer
from referrals.summaries.ask_form import AskForm, ask_form
from referrals.summaries.panel_forms import ExtendForm, QuestionForm, WithdrawForm, WriteToForm
from referrals.summaries.views.for_the_panel import row_or_404
from tscb.board.roles import signed_in
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post

FRAMES = "referrals/summaries/panel"


@answers_get_and_post
@may(Act.ASK_AGENCIES)
def ask(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The page names the people of the referral: to open it is to read."""
    referral = opened_or_404(request, referral_id, about="people to ask about")
    taken = Summary.objects.of(referral).counted().exclude(agency=None)
    agencies = taken.values_list("agency_id", flat=True)
    form = ask_form(people(referral.answers), agencies, typed(request))
    if form.is_valid() and done(form, lambda: send_requests(request, referral, form)):
        messages.success(request, "The requests are on their way by email.")
        return redirect("panel:summaries:agencies", referral_id)
    can_ask = can_act(Act.ASK_AGENCIES, by=request.user, referral=referral)
    return case_page(request, f"{FRAMES}/ask.html", referral, form=form, can_ask=can_ask)


def send_requests(request: HttpRequest, referral: Referral, form: AskForm) -> None:
    asking.ask(
        referral_id=referral.pk,
        agencies=form.asked,
        matter=form.matter,
        working_days=form.cleaned_data["working_days"],
        by=signed_in(request),
    )


@answers_get_and_post
@may(Act.ASK_AGENCIES)
def extend(request: HttpRequest, referral_id: UUID, number: int) -> HttpResponse:
    form = ExtendForm(typed(request))
    told = "The agency has more time, and is told so by email."
    return acted(request, referral_id, number, form, asking.extend, "extend", told)


@answers_get_and_post
@may(Act.ASK_AGENCIES)
def withdraw(request: HttpRequest, referral_id: UUID, number: int) -> HttpResponse:
    form = WithdrawForm(typed(request))
    told = "The agency is no longer asked, and is told so by email."
    return acted(request, referral_id, number, form, asking.withdraw, "withdraw", told)


@answers_get_and_post
@may(Act.ASK_AGENCIES)
def write_to(request: HttpRequest, referral_id: UUID, number: int) -> HttpResponse:
    row = row_or_404(found_or_404(request, referral_id), number)
    form = WriteToForm(typed(request), initial=row.contact)
    told = "A new link is on its way by email."
    return acted(request, referral_id, number, form, asking.write_to, "write_to", told)


def acted(
    request: HttpRequest,
    referral_id: UUID,
    number: int,
    form: GovukForm,
    act: Callable[..., Summary],
    page: str,
    told: str,
) -> HttpResponse:
    """One act on one request, on a page of its own. Nothing of the case stands there."""
    referral = found_or_404(request, referral_id)
    row = row_or_404(referral, number)
    if form.is_valid() and done(form, lambda: act(**whose(request, row), **form.cleaned_data)):
        messages.success(request, told)
        return redirect("panel:summaries:summary", referral_id, number)
    return case_page(request, f"{FRAMES}/{page}.html", referral, summary=row, form=form)


def whose(request: HttpRequest, row: Summary) -> dict[str, Any]:
    return {"referral_id": row.referral_id, "number": row.number, "by": signed_in(request)}


@answers_get_and_post
@may(Act.ASK_REFERRER)
def ask_referrer(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    form = QuestionForm(typed(request))
    if form.is_valid() and done(form, lambda: put_question(request, referral, form)):
        messages.success(request, "The question is asked. The referrer is told by email.")
        return redirect("panel:summaries:questions", referral_id)
    return case_page(request, f"{FRAMES}/ask_referrer.html", referral, form=form)


def put_question(request: HttpRequest, referral: Referral, form: QuestionForm) -> None:
    text = form.cleaned_data["text"]
    to_the_referrer.ask(referral_id=referral.pk, text=text, by=signed_in(request))


@require_POST
@may(Act.ASK_REFERRER)
def take_back(request: HttpRequest, referral_id: UUID, number: int) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    if not ReferrerQuestion.objects.of(referral).filter(number=number).exists():
        raise Http404
    form = GovukForm({})
    by = signed_in(request)
    if done(form, lambda: to_the_referrer.take_back(referral_id=referral_id, number=number, by=by)):
        messages.success(request, "The question is taken back. No answer is waited for.")
    else:
        messages.error(request, str(form.non_field_errors()[0]))
    return redirect("panel:summaries:questions", referral_id)
