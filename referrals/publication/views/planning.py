"""The review of one case: its beginning, plan, steps, and what holds it back."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404, opened_or_404, there
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.models import Outcome, Referral, ReviewPlan, decision_of
from referrals.models.status import WrongState
from referrals.publication import beginning, coming_out, embargoes
from referrals.publication.beginning import plan_of
from referrals.publication.forms import EmbargoForm, PlanForm, ReasonForm, steps_form
from tscb.board.roles import signed_in
from tscb.common.forms import GovukForm
from tscb.common.web import answers_get_and_post


@require_safe
@may(Act.READ)
def review(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, "review")
    plan, decision = plan_of(referral), decision_of(referral)
    context = {
        "plan": plan,
        "is_review": bool(decision and decision.outcome == Outcome.REVIEW),
        "can_plan": can_act(Act.PLAN_REVIEW, by=request.user, referral=referral),
        "embargoes": plan.embargoes.select_related("set_by", "lifted_by") if plan else [],
        "milestones": list(plan.milestones.order_by("pk")) if plan else [],
        "actions": plan.review.actions.select_related("agency") if plan else [],
    }
    return case_page(request, "referrals/publication/review.html", referral, **context)


@require_POST
@may(Act.PLAN_REVIEW)
def begin(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    found_or_404(request, referral_id)
    try:
        made = beginning.begin(referral_id=referral_id, by=signed_in(request))
    except WrongState as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"A draft waits for editors: {made.review.title}.")
    return redirect("panel:review", referral_id)


def planned(request: HttpRequest, referral_id: UUID) -> tuple[Referral, ReviewPlan]:
    """404 where no review has begun."""
    referral = opened_or_404(request, referral_id, "review")
    plan = plan_of(referral)
    there(referral if plan else None)
    assert plan is not None  # noqa: S101 - said by the line above; for the type checker
    return referral, plan


@answers_get_and_post
@may(Act.PLAN_REVIEW)
def plan(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, row = planned(request, referral_id)
    form, by = PlanForm(typed(request), initial=row.said), signed_in(request)

    def act() -> object:
        return beginning.keep_plan(referral_id=referral_id, said=form.cleaned_data, by=by)

    return asked(request, referral, form, act, "Plan of the review")


@answers_get_and_post
@may(Act.PLAN_REVIEW)
def steps(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, row = planned(request, referral_id)
    form = steps_form({one.step: one for one in row.milestones.all()})(typed(request))
    by = signed_in(request)

    def act() -> object:
        return coming_out.keep_steps(referral_id=referral_id, days=form.days(), by=by)

    return asked(request, referral, form, act, "Steps of the review")


@answers_get_and_post
@may(Act.PLAN_REVIEW)
def hold_back(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, _ = planned(request, referral_id)
    form, by = EmbargoForm(typed(request)), signed_in(request)

    def act() -> object:
        return embargoes.hold_back(referral_id=referral_id, by=by, **form.cleaned_data)

    return asked(request, referral, form, act, "Hold back publication")


@answers_get_and_post
@may(Act.PLAN_REVIEW)
def lift(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, _ = planned(request, referral_id)
    form, by = ReasonForm(typed(request)), signed_in(request)

    def act() -> object:
        return embargoes.lift(referral_id=referral_id, reason=form.cleaned_data["reason"], by=by)

    return asked(request, referral, form, act, "Let it be published")


def asked(
    request: HttpRequest,
    referral: Referral,
    form: GovukForm,
    act: Callable[[], object],
    heading: str,
) -> HttpResponse:
    """A page with one form; back to the review once it is done."""
    if form.is_valid() and done(form, act):
        messages.success(request, "Kept.")
        return redirect("panel:review", referral.pk)
    context = {"form": form, "heading": heading}
    return case_page(request, "referrals/publication/form.html", referral, **context)
