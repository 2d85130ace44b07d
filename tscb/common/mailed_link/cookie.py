"""The cookie that a right code gives: it opens one link's pages, for a short time."""

from django.http import HttpRequest, HttpResponse

from tscb.common import cookies

NAME = "mailbox_proved"


def give(response: HttpResponse, token: str, path: str) -> HttpResponse:
    return cookies.give(response, NAME, token, path)


def token_in(request: HttpRequest) -> str:
    return request.COOKIES.get(NAME, "")
