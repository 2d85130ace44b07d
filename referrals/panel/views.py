"""The list of received referrals, and one of them. Both look through `visible_to` alone."""

from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals.description.reading import agency, passages
from referrals.models import Referral
from referrals.panel.actions import open_referral
from referrals.panel.permissions import for_the_panel
from referrals.panel.waiting import working_days_since

ON_A_PAGE = 20


@dataclass(frozen=True)
class Line:
    """What the list tells of a referral: nothing of a child."""

    referral: Referral
    agency: str
    working_days: int


def line(referral: Referral) -> Line:
    received = timezone.localdate(referral.submitted_at)
    waited = working_days_since(received, timezone.localdate())
    return Line(referral, agency(referral.answers), waited)


@require_safe
@for_the_panel
def received(request: HttpRequest) -> HttpResponse:
    referrals = Referral.objects.visible_to(request.user).order_by("-submitted_at", "pk")
    page = Paginator(referrals, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": [line(referral) for referral in page]}
    return render(request, "referrals/panel/received.html", context)


@require_safe
@for_the_panel
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    found = open_referral(referral_id=referral_id, by=request.user)
    if found is None:
        raise Http404
    context = {"referral": found, "passages": passages(found.answers)}
    return render(request, "referrals/panel/referral.html", context)
