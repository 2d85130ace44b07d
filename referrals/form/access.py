"""Whose browser this is, and how often it may try: every page of the form passes here.

Somebody else's draft, an unknown one and an expired one look the same: not found on this device.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from referrals.form.cookie import referral_of
from referrals.form.drafts import AlreadySent
from referrals.form.handing_back import (
    another_is_open,
    handed_back,
    not_on_this_device,
    sent_meanwhile,
)
from referrals.form.staffs_turn import staffs_turn
from referrals.form.typed import typed_in
from referrals.form.whose_page import is_for_another
from referrals.models import Referral
from tscb.common.throttling import address_of, allow
from tscb.common.web import View, answers_get_and_post, open_to_all


def with_referral(view: View) -> View:
    """Calls the view with the referral that this browser holds, in whatever state it is."""
    return opening(view, not_on_this_device)


def opening(view: View, without: Callable[[HttpRequest], HttpResponse]) -> View:
    """`without`: what is answered where this browser holds none, or none any more."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def opened(request: HttpRequest, **kwargs: str) -> HttpResponseBase:
        referral = referral_of(request)
        if referral is None:
            return staffs_turn(request) or without(request)
        if is_for_another(request, referral):
            return another_is_open(request, referral)
        try:
            return view(request, referral, **kwargs)
        except Referral.DoesNotExist:  # deleted in another tab just now
            return without(request)
        except AlreadySent:  # in another tab just now
            return too_late(request)

    return opened


def with_draft(view: View) -> View:
    """The same for pages that make sense only before sending."""

    @with_referral
    @wraps(view)
    def still_draft(request: HttpRequest, referral: Referral, **kwargs: str) -> HttpResponseBase:
        if not referral.is_draft:
            return too_late(request)
        return view(request, referral, **kwargs)

    return still_draft


def with_sent_referral(view: View) -> View:
    """The same for pages that make sense only after it. Mails lead to them."""

    @wraps(view)
    def was_sent(request: HttpRequest, referral: Referral, **kwargs: str) -> HttpResponseBase:
        return redirect("refer:start") if referral.is_draft else view(request, referral, **kwargs)

    return opening(was_sent, come_back_first)


def come_back_first(request: HttpRequest) -> HttpResponse:
    """To the page that opens a referral on another device; what was typed is handed back."""
    if request.method == "POST":
        return not_on_this_device(request)
    return redirect("refer:return")


def too_late(request: HttpRequest) -> HttpResponse:
    """To the receipt; but what was typed after the referral was sent is handed back."""
    return sent_meanwhile(request) if typed_in(request) else redirect("refer:sent")


def throttled(
    request: HttpRequest, scope: str, limit: int, seconds: int, who: str = ""
) -> HttpResponse | None:
    """A refusal that names the numbers to call, or None. Counted for the visitor's address, which
    whole offices share, or for `who`."""
    if allow(f"refer-{scope}", who or address_of(request), limit, seconds):
        return None
    response = handed_back(request, "referrals/form/too_often.html", status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
