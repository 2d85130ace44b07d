"""Check the answers, declare, send; and the receipt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.agreement.standing import standing
from referrals.description.completeness import gaps, not_given
from referrals.description.pages import CHECK, PARTS, SECTIONS
from referrals.description.places import Place, applying, notices, stop
from referrals.description.reading import passages
from referrals.description.which_test import explain
from referrals.filling.forms import PageForm, form_for
from referrals.form import cookie
from referrals.form.access import throttled, with_draft, with_referral
from referrals.form.journey import address, way_to, way_to_gap
from referrals.form.submission import NotComplete, submit
from referrals.models import Referral, entry_of
from tscb.common import honeypot

HOUR = 3600
SENDS_AN_HOUR = 60


@with_draft
def check(request: HttpRequest, referral: Referral) -> HttpResponse:
    stopped_on = stop(referral.answers)
    if stopped_on is not None:
        return redirect(address(stopped_on))
    form = form_for(Place(CHECK), referral, request.POST if request.method == "POST" else None)
    if honeypot.is_filled(request):
        return show(request, referral, form, caught=True)
    if request.method == "POST" and form.is_valid():
        return send(request, referral, declared=bool(form.answers()))
    return show(request, referral, form)


def send(request: HttpRequest, referral: Referral, *, declared: bool) -> HttpResponse:
    refusal = throttled(request, "submit", SENDS_AN_HOUR, HOUR)
    if refusal:
        return refusal
    try:
        submit(referral_id=referral.pk, declared=declared)
    except NotComplete:  # the check page says what is missing
        return redirect("refer:check")
    if entry_of(referral):  # staff read it where they read all others
        return cookie.take_back(redirect("panel:referral", referral.pk))
    return redirect("refer:sent")


def show(request: HttpRequest, referral: Referral, form: PageForm, **more: object) -> HttpResponse:
    missing = gaps(referral.answers, referral.unfinished)
    context = {
        # With something missing there is no declaration on the page, and nothing to say of it.
        "form": form_for(Place(CHECK), referral) if missing else form,
        "referral": referral,
        "page": CHECK,
        "passages": passages(referral.answers, PARTS, way_to),
        "gaps": [(gap.sentence, way_to_gap(gap)) for gap in missing],
        "not_given": [
            (gap.sentence, way_to_gap(gap))
            for gap in not_given(referral.answers, referral.unfinished)
        ],
        "explained": explain(applying(referral.answers)),
        "notices": notices(referral.answers),
        "back": address(SECTIONS[-1]),
    }
    return render(request, "referrals/form/check.html", context | more)


@with_referral
def sent(request: HttpRequest, referral: Referral) -> HttpResponse:
    if referral.is_draft:
        return redirect("refer:start")
    context = {
        "referral": referral,
        "notices": notices(referral.answers),
        "agreement": standing(referral),
    }
    return render(request, "referrals/form/sent.html", context)
