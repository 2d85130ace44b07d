"""What an agency typed into a page that could not be saved: it is handed back, to be sent again."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_NO_CSRF_COOKIE
from django.shortcuts import render

from referrals.description.summaries import questions
from referrals.filling import typed
from referrals.filling.typed import AGAIN, to_send_again
from tscb.common.web import keep_private

# Labels of what pages ask beside the description's questions.
ASKED_BESIDE = {
    "code": "Your code",
    "email": "Your colleague’s work email address",
    "text": "What you wanted to add",
}


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Label and text of each answer that came with a request."""
    return typed.typed_in(request, questions(), ASKED_BESIDE)


def again_in(request: HttpRequest) -> dict[str, Any]:
    return {"again": to_send_again(request), "to": request.get_full_path()}


def words_typed(request: HttpRequest) -> bool:
    """Whether this is a page of an agency, with words in it."""
    at = request.resolver_match
    return at is not None and at.app_name == "summary" and bool(typed_in(request))


def expired(request: HttpRequest, reason: str) -> HttpResponse:
    """The browser was closed and has forgotten its token. Nothing is looked up: the page shows what
    came with the request, and one button sends it again."""
    no_cookies = reason == REASON_NO_CSRF_COOKIE and AGAIN in request.POST
    context = {"typed": typed_in(request), "no_cookies": no_cookies, **again_in(request)}
    response = render(request, "referrals/summaries/expired_form.html", context, status=403)
    keep_private(response)
    return response
