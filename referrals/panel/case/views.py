"""The history of a case."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act
from referrals.casework.finding import opened_or_404
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.panel.case.history import events_of, in_words
from tscb.common.paging import page_of

ON_A_PAGE = 50


@require_safe
@may(Act.READ)
def history(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = opened_or_404(request, referral_id, about="history")
    with_readings = request.GET.get("show") == "all"
    found = events_of(referral.pk, with_readings=with_readings)
    page = page_of(found, request, per_page=ON_A_PAGE)
    context = {"page": page, "happenings": in_words(page), "with_readings": with_readings}
    return case_page(request, "referrals/panel/history.html", referral, **context)
