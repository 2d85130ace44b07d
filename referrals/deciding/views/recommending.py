"""Writing the panel's recommendation, and taking it back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from referrals.casework.acts import Act
from referrals.casework.finding import opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.deciding import conclusions, recommending
from referrals.deciding.criteria import as_told, criteria_of, first_era
from referrals.deciding.forms import ReasonForm, RecommendationForm, dissent_names
from referrals.description.guidance import begun_under
from referrals.models import PanelRecommendation, Referral, current_recommendation
from referrals.models.recommendation import MOST_DISSENTS
from referrals.models.status import WrongState
from tscb.board.roles import signed_in
from tscb.board.words import worded
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post

KEPT = "The draft is kept. Nobody is told yet."
SENT = worded("The recommendation is with the {chair}, who is told by email.")


@answers_get_and_post
@may(Act.RECOMMEND)
def recommendation(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Every press of a button keeps the draft first; only then is looked at whether it is whole."""
    referral = opened_or_404(request, referral_id, "recommendation")
    draft = current_recommendation(referral)
    form = form_of(request, referral, draft)
    if request.method == "POST" and done_with(request, referral, form):
        return redirect(request.path if "keep" in request.POST else decision_page(referral))
    seen = recommending.mark_of(current_recommendation(referral))
    context = {"form": form, "draft": draft, "seen": seen}
    return case_page(request, "referrals/deciding/recommend.html", referral, **context)


def form_of(
    request: HttpRequest, referral: Referral, draft: PanelRecommendation | None
) -> RecommendationForm:
    said: dict[str, Any] = draft.said if draft else {}
    era = draft.era if draft else first_era(referral.answers)
    start = {**said, "era": era, "conclusion": conclusions.chosen(draft) if draft else ""}
    return RecommendationForm(
        typed(request),
        initial=start,
        criteria=criteria_of(era),
        told=as_told(referral.answers),
        dissents=places_for_dissent(said, request.POST),
        guidance=begun_under(referral.answers),
    )


def places_for_dissent(said: dict[str, Any], posted: Any) -> int:
    """Those that were filled in or sent, and an empty one."""
    filled = [n + 2 for n in range(MOST_DISSENTS) if any(said.get(one) for one in dissent_names(n))]
    sent = [n + 1 for n in range(MOST_DISSENTS) if dissent_names(n)[0] in posted]
    return min(max([1, *filled, *sent]), MOST_DISSENTS)


def done_with(request: HttpRequest, referral: Referral, form: RecommendationForm) -> bool:
    by, seen, whole = signed_in(request), request.POST.get("seen", ""), form.is_valid()
    try:
        recommending.save_draft(referral_id=referral.pk, said=form.raw(), seen=seen, by=by)
    except WrongState as refused:
        form.add_error(None, str(refused))
        return False
    if "keep" in request.POST:
        messages.success(request, KEPT)
        return True
    return whole and sent(request, referral, form)


def sent(request: HttpRequest, referral: Referral, form: RecommendationForm) -> bool:
    by = signed_in(request)
    if done(form, lambda: recommending.recommend(referral_id=referral.pk, by=by)):
        messages.success(request, SENT)
    return not form.errors


def decision_page(referral: Referral) -> str:
    return reverse("panel:decision", args=[referral.pk])


@answers_get_and_post
@may(Act.TAKE_BACK_RECOMMENDATION)
def send_back(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    words = {
        "heading": "Send the recommendation back to the panel",
        "explained": "It stays to be read as it was sent, with your reason. The next one begins "
        "as its copy.",
        "button": "Send back",
        "told": "The case is with the panel again.",
    }
    return with_reason(request, referral_id, words, recommending.send_back)


def with_reason(
    request: HttpRequest,
    referral_id: UUID,
    words: dict[str, str],
    act: Callable[..., object],
) -> HttpResponse:
    """A page that does one thing, with its reason."""
    referral = opened_or_404(request, referral_id, "decision")
    form = ReasonForm(typed(request))
    if form.is_valid() and done_because(request, referral, form, act):
        messages.success(request, words["told"])
        return redirect("panel:decision", referral_id)
    return case_page(request, "referrals/deciding/reason.html", referral, form=form, words=words)


def done_because(
    request: HttpRequest, referral: Referral, form: GovukForm, act: Callable[..., object]
) -> bool:
    reason, by = form.cleaned_data["reason"], signed_in(request)
    return done(form, lambda: act(referral_id=referral.pk, reason=reason, by=by))
