"""The page that hands a form back at once: nothing is stored, it shows what has just come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tscb.board.sessions.kept_forms import typed_in
from tscb.board.sessions.limits import is_live
from tscb.common.web import keep_private

SIGNED_OUT = 403


def was_typed(request: HttpRequest) -> bool:
    return request.method == "POST" and bool(typed_in(request).words())


def handed_back(request: HttpRequest) -> HttpResponse:
    """Signed in already, perhaps in another tab, one press sends it again; else after signing in
    there."""
    context = {"typed": typed_in(request), "is_live": is_live(request)}
    response = render(request, "board/sessions/handed_back.html", context, status=SIGNED_OUT)
    keep_private(response)
    return response
