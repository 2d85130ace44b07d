"""Leaving the form: with a code to come back, from a shared computer, or for good."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.form import cookie, drafts
from referrals.form.access import with_draft, with_referral
from referrals.models import Referral


@with_draft
def later(request: HttpRequest, referral: Referral) -> HttpResponse:
    if request.method == "POST":
        return return_code_page(request, referral)
    return redirect("refer:start")


def return_code_page(request: HttpRequest, referral: Referral) -> HttpResponse:
    """Shown once, in the answer to the press itself: the code is kept nowhere in clear."""
    code = drafts.make_return_code(referral_id=referral.pk)
    return render(request, "referrals/form/later.html", {"code": code})


@with_referral
def leave(request: HttpRequest, referral: Referral) -> HttpResponse:
    """Forget the referral on this computer; the draft itself stays."""
    response = redirect("refer:start")
    return cookie.take_back(response) if request.method == "POST" else response


@with_draft
def delete(request: HttpRequest, referral: Referral) -> HttpResponse:
    if request.method != "POST":
        return render(request, "referrals/form/delete.html")
    drafts.delete(referral_id=referral.pk)
    return cookie.take_back(render(request, "referrals/form/deleted.html"))
