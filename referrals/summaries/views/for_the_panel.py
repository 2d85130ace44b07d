"""What the panel sees: who was asked and how far they are, each summary, what is late."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.finding import opened_or_404
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.description.summaries import summary_passages
from referrals.models import Referral, ReferrerQuestion, Summary
from referrals.models.status import OPEN


@require_safe
@may(Act.READ)
def agencies(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Names of agencies and how far each is; to open one is to read it."""
    referral = opened_or_404(request, referral_id, about="agencies")
    return case_page(
        request,
        "referrals/summaries/panel/agencies.html",
        referral,
        summaries=list(Summary.objects.of(referral)),
        can_ask=can_act(Act.ASK_AGENCIES, by=request.user, referral=referral),
    )


@require_safe
@may(Act.READ)
def summary(request: HttpRequest, referral_id: UUID, number: int) -> HttpResponse:
    referral = opened_or_404(request, referral_id, about=f"summary {number}")
    row = row_or_404(referral, number)
    return case_page(
        request,
        "referrals/summaries/panel/summary.html",
        referral,
        summary=row,
        passages=summary_passages(row),
        additions=list(row.additions.all()),
        changes=row.changes.select_related("by"),
        can_ask=can_act(Act.ASK_AGENCIES, by=request.user, referral=referral),
        read_at=timezone.now(),
    )


@require_safe
@may(Act.READ)
def questions(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Questions to the referrer and their answers, together."""
    referral = opened_or_404(request, referral_id, about="questions")
    asked = ReferrerQuestion.objects.of(referral).select_related("answer", "asked_by")
    can_ask = can_act(Act.ASK_REFERRER, by=request.user, referral=referral)
    template = "referrals/summaries/panel/questions.html"
    return case_page(request, template, referral, questions=asked, can_ask=can_ask)


@require_safe
@may(Act.ASK_AGENCIES)
def waited_for(request: HttpRequest) -> HttpResponse:
    """All agencies that have not answered, the latest first, with whom to ring."""
    visible = Referral.objects.visible_to(request.user).filter(status__in=OPEN)
    rows = Summary.objects.waited_for().filter(referral__in=visible)
    rows = rows.select_related("referral").defer("asked", "answers", "unfinished")
    rows = rows.defer("referral__answers", "referral__unfinished", "referral__return_email")
    context = {"summaries": rows.order_by("due_on", "asked_at"), "today": timezone.localdate()}
    return render(request, "referrals/summaries/panel/waited_for.html", context)


def row_or_404(referral: Referral, number: int) -> Summary:
    row = Summary.objects.of(referral).filter(number=number).first()
    if row is None:
        raise Http404
    return row
