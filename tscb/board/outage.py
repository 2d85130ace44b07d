"""What a visitor is answered who needs the database while it is away: that, whom to call, and the
words they sent. Nothing here asks the database.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render

from tscb.board.sessions.kept_forms import SIGNING_IN, Pairs, typed_in
from tscb.board.sessions.middleware import WithoutFiles
from tscb.common.web import keep_private

Labelled = Callable[[HttpRequest], Pairs]
TRY_AGAIN_AFTER = 5  # seconds


class Checked(CsrfViewMiddleware):
    """Django's check of a form's token, which says here what is wrong instead of answering it."""

    def _reject(self, request: HttpRequest, reason: str) -> str:
        return reason


def unavailable(request: HttpRequest, labelled: Labelled | None = None) -> HttpResponse:
    """`labelled` gives what was typed, with better labels than the names of the inputs."""
    context: dict[str, object] = {"was_sent": request.method == "POST"}
    if can_be_handed_back(request):
        typed = typed_in(request)
        context |= {"typed": typed, "words": labelled(request) if labelled else typed.words()}
    response = render(request, "503.html", context, status=503)
    response.headers["Retry-After"] = str(TRY_AGAIN_AFTER)
    keep_private(response)
    return response


def can_be_handed_back(request: HttpRequest) -> bool:
    """Not what another website sent, and no passwords."""
    if request.method != "POST" or request.path_info.startswith(SIGNING_IN):
        return False
    if not hasattr(request, "_files"):  # not read yet: no file is stored for it
        request.upload_handlers = [WithoutFiles(request)]
    return Checked(unavailable).process_view(request, unavailable, (), {}) is None
