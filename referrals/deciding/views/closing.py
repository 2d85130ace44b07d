"""Closing a case, and opening it again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from referrals.casework.acts import Act
from referrals.casework.finding import found_or_404
from referrals.casework.forms import done, typed
from referrals.casework.guards import may
from referrals.casework.page import case_page
from referrals.deciding import closing
from referrals.deciding.forms import ClosingForm
from referrals.deciding.views.recommending import with_reason
from tscb.board.roles import signed_in
from tscb.common.web import answers_get_and_post


@answers_get_and_post
@may(Act.CLOSE)
def close(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    referral = found_or_404(request, referral_id)
    form = ClosingForm(typed(request), initial={"outcome": closing.outcome_so_far(referral)})
    by = signed_in(request)
    if form.is_valid() and done(
        form, lambda: closing.close(referral_id=referral.pk, by=by, **form.cleaned_data)
    ):
        messages.success(request, "The case is closed.")
        return redirect("panel:decision", referral_id)
    return case_page(request, "referrals/deciding/close.html", referral, form=form)


@answers_get_and_post
@may(Act.REOPEN)
def reopen(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    words = {
        "heading": "Open the case again",
        "explained": "It stands again where it was before it was closed.",
        "button": "Open it again",
        "told": "The case is open again.",
    }
    return with_reason(request, referral_id, words, closing.reopen)
