"""The chair's page, taking a decision back, and noting who was told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from referrals.casework.acts import Act
from referrals.casework.finding import opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.deciding import chairing, tellings
from referrals.deciding.chairing import Decided
from referrals.deciding.forms import DecisionForm
from referrals.deciding.telling_form import telling_form
from referrals.deciding.views.recommending import with_reason
from referrals.description.guidance import begun_under
from referrals.models import Referral, current_decision, current_recommendation, decision_of
from referrals.models.status import WrongState
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post

KEPT = "Your draft is kept. Nothing is decided yet."
DECIDED = (
    "The case is decided. Referrer and manager are told by email that it is, and nothing else."
)


@answers_get_and_post
@may(Act.DECIDE)
def decide(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, "recommendation")
    draft = current_decision(referral)
    start: dict[str, Any] = {"day": timezone.localdate(), **(draft.said if draft else {})}
    guidance = begun_under(referral.answers)
    form = DecisionForm(typed(request), initial=start, guidance=guidance)
    if request.method == "POST" and done_with(request, referral, form):
        return redirect(request.path if "keep" in request.POST else "panel:decision", referral_id)
    context = {"form": form, "recommendation": current_recommendation(referral)}
    return case_page(request, "referrals/deciding/decide.html", referral, **context)


def done_with(request: HttpRequest, referral: Referral, form: DecisionForm) -> bool:
    whole = form.is_valid()
    if "keep" in request.POST:
        return draft_kept(request, referral, form)
    by = signed_in(request)
    if whole and done(
        form, lambda: chairing.decide(referral_id=referral.pk, decided=read(form), by=by)
    ):
        messages.success(request, DECIDED)
    return not form.errors


def draft_kept(request: HttpRequest, referral: Referral, form: DecisionForm) -> bool:
    try:
        chairing.save_draft(referral_id=referral.pk, said=form.raw(), by=signed_in(request))
    except WrongState as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, KEPT)
    return True


def read(form: DecisionForm) -> Decided:
    said = form.cleaned_data
    return Decided(
        agrees=said["agrees"] == "yes",
        conclusion=said["conclusion"] or "",
        reasons=said["reasons"],
        next_steps=said["next_steps"],
        to_tell=said["to_tell"],
        day=said["day"],
    )


@answers_get_and_post
@may(Act.TAKE_BACK_DECISION)
def take_back(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    words = {
        "heading": "Take the decision back",
        "explained": "You can do this until the review has begun. The decision stays to be read, "
        "with your reason. The referrer sees that it is not decided.",
        "button": "Take it back",
        "told": "The decision is taken back. The recommendation waits for you again.",
    }
    return with_reason(request, referral_id, words, chairing.take_back)


@answers_get_and_post
@may(Act.NOTE_TOLD)
def told(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, "decision")
    lines = list(decision.tellings.all()) if (decision := decision_of(referral)) else []
    form = telling_form(lines)(typed(request))
    if form.is_valid() and noted(request, referral, form):
        messages.success(request, "The days are kept.")
        return redirect("panel:decision", referral_id)
    return case_page(request, "referrals/deciding/told.html", referral, form=form, lines=lines)


def noted(request: HttpRequest, referral: Referral, form: Any) -> bool:
    days, by = form.days(), signed_in(request)
    return done(form, lambda: tellings.note(referral_id=referral.pk, days=days, by=by))
