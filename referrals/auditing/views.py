"""The audit, for the data-protection lead alone: who read, printed, downloaded, changed, was
refused. They see the audit and never a referral; that they look at it is an event like any other.
"""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from referrals.auditing import checking, heads
from referrals.auditing.filtering import AuditFilter, names_of_staff
from referrals.auditing.lines import COLUMNS, lines
from referrals.auditing.patterns import worth_a_look
from referrals.casework.acts import Act
from referrals.casework.finding import found_or_404
from referrals.casework.guards import may
from referrals.models import Verb, record, staff
from tscb.board.signing_in_again import fresh_sign_in
from tscb.common.paging import page_of
from tscb.common.spreadsheet import csv_response

ON_A_PAGE = 50
AT_ONCE = 2000
ASKED = "The audit is being checked. Open this page again in a minute to see what was found."


@require_safe
@may(Act.READ_AUDIT)
@transaction.atomic
def events(request: HttpRequest) -> HttpResponse:
    names = names_of_staff()
    asked = AuditFilter(request.GET, names)
    page = page_of(asked.events(), request, per_page=ON_A_PAGE)
    shown = list(lines(page.object_list, names))
    _looked(request, Verb.AUDIT_READ, asked)
    context = {
        "form": asked,
        "page": page,
        "lines": shown,
        "worth": [(names.get(one.person, one.person), one) for one in worth_a_look()],
        "check": checking.last(),
        "is_waiting": checking.is_waiting(),
        "head": heads.now(),
    }
    return render(request, "referrals/auditing/events.html", context)


@require_safe
@may(Act.READ_AUDIT)
@fresh_sign_in
def export(request: HttpRequest) -> HttpResponseBase:
    """All that the filter finds, row by row."""
    names = names_of_staff()
    asked = AuditFilter(request.GET, names)
    _looked(request, Verb.AUDIT_EXPORTED, asked)
    found = asked.events().iterator(chunk_size=AT_ONCE)
    rows = (line.cells() for line in lines(found, names))
    return csv_response(f"audit-{timezone.localdate():%Y-%m-%d}.csv", COLUMNS, rows)


@require_POST
@may(Act.READ_AUDIT)
def check(request: HttpRequest) -> HttpResponse:
    checking.ask(by=request.user)
    messages.success(request, ASKED)
    return redirect("panel:auditing:events")


@require_POST
@may(Act.READ)
def printed(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Told by the page itself when its browser prints (static/js/print.js)."""
    referral = found_or_404(request, referral_id)
    record(
        Verb.PRINTED,
        by=staff(request.user),
        referral_id=referral.pk,
        reference=referral.reference,
    )
    return HttpResponse(status=204)


def _looked(request: HttpRequest, verb: Verb, asked: AuditFilter) -> None:
    record(
        verb,
        by=staff(request.user),
        reference=asked.cleaned_data.get("reference", ""),
        about=asked.narrowed_to(),
    )
