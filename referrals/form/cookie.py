"""The practitioner's own cookie: a random token that opens one draft, and nothing else.

It is sent to /refer/ alone. No Django session is used.
"""

from django.http import HttpRequest, HttpResponse

from referrals.casework.acts import Act, can_act
from referrals.form.whose_page import mark
from referrals.models import Referral, entry_of
from tscb.board.sessions.limits import at_work, is_live
from tscb.common import cookies
from tscb.common.second_factor import used_second_factor

NAME = "referral_draft"
PATH = "/refer/"


def give(response: HttpResponse, token: str) -> HttpResponse:
    return cookies.give(response, NAME, token, PATH)


def take_back(response: HttpResponse) -> HttpResponse:
    return cookies.take_back(response, NAME, PATH)


def referral_of(request: HttpRequest) -> Referral | None:
    """The referral that this browser may go on with, if any.

    What staff enter opens for signed-in coordinators alone, whoever else has a key to it.
    """
    token = request.COOKIES.get(NAME, "")
    held = Referral.objects.held_by(token).select_related("staff_entry") if token else None
    referral = held.first() if held is not None else None
    if referral is not None:
        request.made_for = mark(referral)  # type: ignore[attr-defined] # for the page's forms
    if referral is None or not referral.is_draft or entry_of(referral) is None:
        return referral
    if not is_coordinator(request):
        request.waits_for = entry_of(referral)  # type: ignore[attr-defined] # for who entered it
        return None
    at_work(request)
    request.staff_entry = entry_of(referral)  # type: ignore[attr-defined] # for the page's frame
    return referral


def is_coordinator(request: HttpRequest) -> bool:
    may = is_live(request) and can_act(Act.ENTER_REFERRAL, by=request.user)
    return may and used_second_factor(request)
