"""One case: how long it is kept, what holds it, and its disposal by two people."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import found_or_404, opened_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.keeping.destroying import finish
from referrals.keeping.disposing import (
    check_may_end,
    confirm,
    drop,
    linked_reviews,
    propose,
    under_way,
)
from referrals.keeping.forms import EndHoldForm, HoldForm
from referrals.keeping.holds import end_hold, hold
from referrals.keeping.inventory import counts
from referrals.keeping.time import time_of
from referrals.models import Disposal, DisposalReceipt, LegalHold, Referral, RetentionRule
from referrals.models.status import WrongState
from tscb.board.roles import signed_in
from tscb.board.signing_in_again import fresh_sign_in
from tscb.common.forms import GovukForm
from tscb.common.one_by_one import each
from tscb.common.web import answers_get_and_post

CASE = "panel:keeping:case"


@require_safe
@may(Act.HOLD)
def case(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Why a case is held says something of it: opening this page is reading."""
    referral = opened_or_404(request, referral_id, about="keeping")
    holds = LegalHold.objects.filter(referral=referral).select_related("placed_by", "ended_by")
    context = {
        "time": time_of(referral, RetentionRule.objects.current()),
        "holds": holds,
        "kept_because": why_kept(referral),
        "disposal": under_way(referral_id),
        "reviews": linked_reviews(referral),
        "can_propose": can_act(Act.PROPOSE_DISPOSAL, by=request.user, referral=referral),
        "can_export": can_act(Act.EXPORT_CASE, by=request.user, referral=referral),
    }
    return case_page(request, "referrals/keeping/case.html", referral, **context)


def why_kept(referral: Referral) -> str:
    """A sentence; empty for a case that may be proposed."""
    try:
        check_may_end(referral)
    except WrongState as kept:
        return str(kept)
    return ""


@answers_get_and_post
@may(Act.HOLD)
def place_hold(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    form = HoldForm(typed(request))
    by = signed_in(request)
    if form.is_valid() and done(
        form, lambda: hold(referral_id=referral_id, by=by, **form.cleaned_data)
    ):
        messages.success(request, "The case is kept until this hold is ended.")
        return redirect(CASE, referral_id)
    return case_page(request, "referrals/keeping/hold.html", referral, form=form)


@answers_get_and_post
@may(Act.HOLD)
def finish_hold(request: HttpRequest, referral_id: UUID, hold_id: int) -> HttpResponse:
    referral = opened_or_404(request, referral_id, about="keeping")
    held = LegalHold.objects.filter(referral=referral, pk=hold_id, ended_at=None).first()
    if held is None:
        raise Http404
    form, by = EndHoldForm(typed(request)), signed_in(request)

    def end() -> object:
        return end_hold(referral_id=referral_id, hold_id=hold_id, by=by, **form.cleaned_data)

    if form.is_valid() and done(form, end):
        messages.success(request, "The hold is ended.")
        return redirect(CASE, referral_id)
    return case_page(request, "referrals/keeping/end_hold.html", referral, form=form, hold=held)


@answers_get_and_post
@may(Act.PROPOSE_DISPOSAL)
def suggest(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The first of two people."""
    form = GovukForm(typed(request))
    by = signed_in(request)
    if form.is_valid() and done(form, lambda: propose(referral_id=referral_id, by=by)):
        messages.success(request, "Proposed. A second person has to confirm it.")
        return redirect(CASE, referral_id)
    return _looked_over(request, referral_id, "referrals/keeping/propose.html", form)


@answers_get_and_post
@may(Act.CONFIRM_DISPOSAL)
@fresh_sign_in
def destroy(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The second of two people. What breaks off here, the worker finishes."""
    disposal = under_way(referral_id)
    form = GovukForm(typed(request))
    by = signed_in(request)
    if form.is_valid() and done(form, lambda: confirm(referral_id=referral_id, by=by)):
        return _destroyed(request, referral_id)
    return _looked_over(
        request, referral_id, "referrals/keeping/confirm.html", form, disposal=disposal
    )


def _destroyed(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    disposal = Disposal.objects.filter(referral_id=referral_id).latest("confirmed_at")
    each([disposal.pk], finish, what="disposals")
    receipt = DisposalReceipt.objects.filter(disposal=disposal).first()
    if receipt:
        return redirect("panel:keeping:receipt", receipt.pk)
    messages.info(request, "The case is being destroyed. Its receipt will be here in a minute.")
    return redirect("panel:keeping:receipts")


def _looked_over(
    request: HttpRequest, referral_id: UUID, template: str, form: GovukForm, **more: object
) -> HttpResponse:
    """What is about to be destroyed, in numbers, and what is not."""
    referral = found_or_404(request, referral_id)
    context = {
        "form": form,
        "time": time_of(referral, RetentionRule.objects.current()),
        "kept_because": why_kept(referral),
        "stock": counts(referral_id),
        "reviews": linked_reviews(referral),
    }
    return case_page(request, template, referral, **context, **more)


@require_POST
@may(Act.CONFIRM_DISPOSAL)
def take_back(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    found_or_404(request, referral_id)
    drop(referral_id=referral_id, by=signed_in(request))
    messages.success(request, "Taken back. The case is kept.")
    return redirect(CASE, referral_id)
