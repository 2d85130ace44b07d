"""The practitioner's own cookie: a random token that opens one draft, and nothing else.

It ends with the browser, is sent to /refer/ alone, and no script can read it. No Django session
is used.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from referrals.models import Referral

NAME = "referral_draft"
PATH = "/refer/"


def give(response: HttpResponse, token: str) -> HttpResponse:
    response.set_cookie(
        NAME,
        token,
        path=PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def take_back(response: HttpResponse) -> HttpResponse:
    response.delete_cookie(NAME, path=PATH, samesite="Lax")
    return response


def referral_of(request: HttpRequest) -> Referral | None:
    """The referral that this browser may go on with, if any."""
    token = request.COOKIES.get(NAME, "")
    return Referral.objects.held_by(token).first() if token else None
