"""Whose browser this is, and how often it may try: every page of the form passes here.

Somebody else's draft, an unknown one and an expired one look the same: not found on this device.
"""

from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from referrals.description.elements import Kind
from referrals.description.pages import questions
from referrals.form.cookie import referral_of
from referrals.form.drafts import AlreadySent
from referrals.models import Referral
from tscb.common.throttling import address_of, allow
from tscb.common.web import View, open_to_all

WRITTEN = frozenset({Kind.TEXT, Kind.TEXTAREA, Kind.EMAIL, Kind.PHONE})

answers_get_and_post = require_http_methods(["GET", "HEAD", "POST"])


def with_referral(view: View) -> View:
    """Calls the view with the referral that this browser holds, in whatever state it is."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def opened(request: HttpRequest, **kwargs: str) -> HttpResponseBase:
        referral = referral_of(request)
        if referral is None:
            return not_on_this_device(request)
        try:
            return view(request, referral, **kwargs)
        except Referral.DoesNotExist:  # deleted in another tab just now
            return not_on_this_device(request)
        except AlreadySent:
            return redirect("refer:sent")

    return opened


def with_draft(view: View) -> View:
    """The same for pages that make sense only before sending."""

    @with_referral
    @wraps(view)
    def still_draft(request: HttpRequest, referral: Referral, **kwargs: str) -> HttpResponseBase:
        if not referral.is_draft:
            return redirect("refer:sent")
        return view(request, referral, **kwargs)

    return still_draft


def not_on_this_device(request: HttpRequest, **also_asked: str) -> HttpResponse:
    """What was typed is handed back to copy: it came with this very request.

    `also_asked`: label by name of what a page asks beside the form's questions.
    """
    labels = {question.name: question.label for question in questions() if question.kind in WRITTEN}
    asked = (labels | also_asked).items()
    typed = [(label, request.POST[name]) for name, label in asked if request.POST.get(name)]
    return render(request, "referrals/form/no_draft.html", {"typed": typed}, status=404)


def throttled(
    request: HttpRequest, scope: str, limit: int, seconds: int, who: str = ""
) -> HttpResponse | None:
    """A refusal that names the numbers to call, or None. Counted for the visitor's address, which
    whole offices share, or for `who`."""
    if allow(f"refer-{scope}", who or address_of(request), limit, seconds):
        return None
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
