"""The cookie that a right code gives: it opens one link's pages, for a short time.

It ends with the browser, is sent to that link's address alone, and no script can read it.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

NAME = "mailbox_proved"


def give(response: HttpResponse, token: str, path: str) -> HttpResponse:
    response.set_cookie(
        NAME,
        token,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def take_back(response: HttpResponse, path: str) -> HttpResponse:
    response.delete_cookie(NAME, path=path, samesite="Lax")
    return response


def token_in(request: HttpRequest) -> str:
    return request.COOKIES.get(NAME, "")
