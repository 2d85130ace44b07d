"""Actions that follow a review, tracked by coordinators; all overdue ones; the neutral words."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.models import NeutralWord, Referral, ReviewPlan
from referrals.publication.forms import ActionForm, WordForm
from referrals.publication.views.planning import asked, planned
from reviews import action_plan
from reviews.models import Action, CaseReview
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@may(Act.PLAN_REVIEW)
def add(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral, plan = planned(request, referral_id)
    return written(request, referral, Action(review=plan.review), "Add an action")


@answers_get_and_post
@may(Act.PLAN_REVIEW)
def action(request: HttpRequest, referral_id: UUID, action_id: int) -> HttpResponse:
    referral, plan = planned(request, referral_id)
    return written(request, referral, row_of(plan.review, action_id), "Action")


def row_of(review: CaseReview, action_id: int) -> Action:
    row = review.actions.filter(pk=action_id).first()
    if row is None:
        raise Http404
    return row


def written(request: HttpRequest, referral: Referral, row: Action, heading: str) -> HttpResponse:
    form = ActionForm(typed(request), action=row)

    def act() -> object:
        for name, value in form.cleaned_data.items():
            setattr(row, name, value)
        return action_plan.save(action=row, by=signed_in(request))

    return asked(request, referral, form, act, heading)


@require_POST
@may(Act.PLAN_REVIEW)
def release(request: HttpRequest, referral_id: UUID, action_id: int) -> HttpResponse:
    _, plan = planned(request, referral_id)
    try:
        action_plan.release(action=row_of(plan.review, action_id), by=signed_in(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, "The public can read it now, once the review is public.")
    return redirect("panel:review", referral_id)


@require_safe
@may(Act.READ)
def actions(request: HttpRequest) -> HttpResponse:
    """All that are not done, the overdue first. To a case leads only what this person may see."""
    visible = Referral.objects.visible_to(request.user)
    plans = ReviewPlan.objects.filter(referral__in=visible).values_list("review", "referral")
    cases = dict(plans)
    rows = Action.objects.open().select_related("review", "agency")
    context = {"rows": [(row, cases.get(row.review_id)) for row in rows]}
    return render(request, "referrals/publication/actions.html", context)


@answers_get_and_post
@may(Act.PLAN_REVIEW)
def words(request: HttpRequest) -> HttpResponse:
    """The list that the names of reviews are drawn from."""
    taken_out = request.POST.get("retire")
    if taken_out:
        NeutralWord.objects.filter(word=taken_out, used_at=None).update(is_retired=True)
        messages.success(request, "The word is taken out.")
        return redirect(request.path)
    form = WordForm(typed(request))
    if form.is_valid() and done(form, lambda: NeutralWord.objects.create(**form.cleaned_data)):
        messages.success(request, "The word is added.")
        return redirect(request.path)
    free = NeutralWord.objects.filter(used_at=None, is_retired=False)
    context = {"form": form, "words": free, "used": NeutralWord.objects.exclude(used_at=None)}
    return render(request, "referrals/publication/words.html", context)
