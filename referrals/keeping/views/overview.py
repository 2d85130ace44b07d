"""All cases together: whose time is over, the rules, and the receipts of what was destroyed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.keeping.forms import RuleForm
from referrals.keeping.rules import set_rule
from referrals.keeping.time import due as due_of
from referrals.keeping.time import time_of
from referrals.models import (
    CountedFrom,
    Disposal,
    DisposalReceipt,
    DisposalState,
    Outcome,
    Referral,
    RetentionRule,
)
from tscb.board.roles import signed_in
from tscb.common.paging import page_of
from tscb.common.web import answers_get_and_post


@require_safe
@may(Act.CONFIRM_DISPOSAL)
def due(request: HttpRequest) -> HttpResponse:
    rules = RetentionRule.objects.current()
    visible = Referral.objects.visible_to(request.user)
    page = page_of(due_of(visible, rules), request)
    waiting = Disposal.objects.filter(
        state=DisposalState.PROPOSED, referral_id__in=visible.values("pk")
    ).select_related("proposed_by")
    context = {
        "page": page,
        "lines": [(referral, time_of(referral, rules)) for referral in page],
        "waiting": waiting,
        "can_set_rules": can_act(Act.SET_RETENTION, by=request.user),
    }
    return render(request, "referrals/keeping/due.html", context)


@require_safe
@may(Act.SET_RETENTION)
def rules(request: HttpRequest) -> HttpResponse:
    current = RetentionRule.objects.current()
    found = [(outcome, current.get(outcome.value)) for outcome in Outcome]
    return render(request, "referrals/keeping/rules.html", {"rules": found})


@answers_get_and_post
@may(Act.SET_RETENTION)
def rule(request: HttpRequest, outcome: str) -> HttpResponse:
    if outcome not in Outcome.values:
        raise Http404
    versions = RetentionRule.objects.filter(outcome=outcome).select_related("written_by")
    newest = versions.first()
    told = ("years", "counted_from", "source", "note")
    initial = {name: getattr(newest, name) for name in told} if newest else _nothing_yet()
    form, by = RuleForm(typed(request), initial=initial), signed_in(request)
    if form.is_valid() and done(
        form, lambda: set_rule(outcome=outcome, by=by, **form.cleaned_data)
    ):
        messages.success(request, "The rule is changed. Disposals from now on go by it.")
        return redirect("panel:keeping:rules")
    context = {"form": form, "outcome": Outcome(outcome).label, "versions": versions}
    return render(request, "referrals/keeping/rule.html", context)


def _nothing_yet() -> dict[str, str]:
    return {"counted_from": CountedFrom.CLOSED}


@require_safe
@may(Act.READ_RECEIPTS)
def receipts(request: HttpRequest) -> HttpResponse:
    page = page_of(DisposalReceipt.objects.all(), request)
    return render(request, "referrals/keeping/receipts.html", {"page": page})


@require_safe
@may(Act.READ_RECEIPTS)
def receipt(request: HttpRequest, receipt_id: int) -> HttpResponse:
    found = get_object_or_404(DisposalReceipt, pk=receipt_id)
    return render(request, "referrals/keeping/receipt.html", {"receipt": found})
