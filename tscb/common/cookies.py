"""Cookies that open one thing for a person without an account: they end with the browser, are sent
to one path alone, and no script can read them.
"""

from django.conf import settings
from django.http import HttpResponse


def give(response: HttpResponse, name: str, token: str, path: str) -> HttpResponse:
    response.set_cookie(
        name,
        token,
        path=path,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def take_back(response: HttpResponse, name: str, path: str) -> HttpResponse:
    response.delete_cookie(name, path=path, samesite="Lax")
    return response
