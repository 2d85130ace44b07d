"""The other way in: to suggest a case that others could learn from, of good practice or bad.

The form is the same; it begins with the answer that it is for learning, which can be changed there.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.description.why_you_are_referring import FOR_LEARNING
from referrals.form import cookie
from referrals.form.views.starting import begin, go_on, start_page
from referrals.models import Referral
from tscb.common.web import answers_get_and_post, open_to_all

SUGGEST = "referrals/form/suggest.html"


@open_to_all
@answers_get_and_post
def suggest(request: HttpRequest) -> HttpResponse:
    """Where a draft is open already there is no second one: it is gone on with, or left first."""
    referral = cookie.referral_of(request)
    if referral and referral.is_draft:
        return go_on(referral) if request.method == "POST" else open_already(request, referral)
    if request.method == "POST":
        return begin(request, SUGGEST, told=FOR_LEARNING)
    return start_page(request, SUGGEST, sent=referral)


def open_already(request: HttpRequest, referral: Referral) -> HttpResponse:
    if FOR_LEARNING.items() <= referral.answers.items():
        return redirect("refer:start")
    return render(request, "referrals/form/suggest_open.html", {"referral": referral})
