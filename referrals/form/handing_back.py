"""Pages that hand back what was typed when it could not be saved: nothing typed is lost.

They come where the page's token or cookie has gone, where the draft cannot be found here, or where
the referral was sent in the meantime. Where it helps, one button sends everything again.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.shortcuts import render
from django.urls import reverse

from referrals.form.cookie import referral_of
from referrals.form.staffs_turn import staffs_turn
from referrals.form.typed import AGAIN, to_send_again, typed_in
from referrals.form.whose_page import FIELD as MADE_FOR
from referrals.models import Referral
from tscb.common.web import keep_private


def not_on_this_device(request: HttpRequest) -> HttpResponse:
    """No draft, somebody else's or an expired one. What was typed can be saved once one is open,
    be it a new one."""
    again = [(name, value) for name, value in to_send_again(request) if name != MADE_FOR]
    return handed_back(request, "referrals/form/no_draft.html", status=404, again=again)


def another_is_open(request: HttpRequest, referral: Referral) -> HttpResponse:
    """The page was made for another referral than the one that this browser holds by now."""
    return handed_back(request, "referrals/form/another.html", status=409, referral=referral)


def sent_meanwhile(request: HttpRequest) -> HttpResponse:
    """A page of a referral that was sent, perhaps from another tab, is saved too late."""
    return handed_back(request, "referrals/form/sent_meanwhile.html", status=409)


def expired(request: HttpRequest, reason: str) -> HttpResponse:
    """The form's token does not fit: the browser was closed, or keeps no cookies."""
    if typed_in(request) and needs_draft(request) and referral_of(request) is None:
        response = staffs_turn(request) or not_on_this_device(request)
    else:
        more = {"no_cookies": reason == REASON_NO_CSRF_COOKIE and AGAIN in request.POST}
        response = handed_back(request, "referrals/form/expired.html", status=403, **more)
    keep_private(response)
    return response


def needs_draft(request: HttpRequest) -> bool:
    return request.path not in (reverse("refer:start"), reverse("refer:return"))


def came_from_here(reason: str) -> bool:
    """Whether it is the token alone that does not fit. What another website sends is not shown as
    something that was typed here, let alone sent again."""
    return reason.startswith("CSRF")


def handed_back(request: HttpRequest, template: str, status: int, **more: object) -> HttpResponse:
    context = {
        "typed": typed_in(request),
        "again": to_send_again(request),
        "to": request.get_full_path(),
        "had_files": bool(request.FILES),
    }
    return render(request, template, context | more, status=status)
