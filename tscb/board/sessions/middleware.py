"""Ends the sessions of staff in time, and loses nothing that was typed in them.

A form that comes too late is kept for its sender, who gets it back after signing in. Where nobody
knows any more whose it was, because the session is gone altogether, it is handed back at once.
What another website made the browser send is neither kept nor shown: the form's token says so.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect

from tscb.board.roles import signed_in
from tscb.board.sessions.handing_back import handed_back, was_typed
from tscb.board.sessions.kept_forms import KEPT, keep, let_go
from tscb.board.sessions.limits import at_work, is_live
from tscb.common.second_factor import GUARDED, STAFF

Handler = Callable[[HttpRequest], HttpResponse]


class WithoutFiles(FileUploadHandler):
    """Files are let go while the rest of a form is read."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        if self.request is not None:
            self.request.files_left_out = True  # type: ignore[attr-defined] # for who is told
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None


class StaffSessionMiddleware:
    """Stands after who is signed in, and before the second factor."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.session_left = 0  # type: ignore[attr-defined] # each page's frame asks for it
        if not request.path_info.startswith(STAFF) or request.path_info == reverse("session"):
            return self.get_response(request)
        if early := self._instead(request):
            return early
        if request.user.is_authenticated:
            at_work(request)
        response = self.get_response(request)
        _let_go_of_what_arrived(request, response)
        return response

    def _instead(self, request: HttpRequest) -> HttpResponse | None:
        """What somebody is answered whose session is over; None for everybody else."""
        is_form = request.method == "POST" and _is_work(request)
        if not request.user.is_authenticated:
            return _gone(request) if is_form and _can_be_read(request) else None
        if is_live(request):
            return None
        if is_form and _can_be_read(request):
            return _kept(request)
        logout(request)
        return sign_in_again(request.get_full_path()) if _is_work(request) else None


def _is_work(request: HttpRequest) -> bool:
    return request.path_info.startswith(GUARDED)


@csrf_protect
def _kept(request: HttpRequest) -> HttpResponse:
    """To the sign-in, and from there to the page that gives the form back."""
    kept = keep(request, signed_in(request))
    logout(request)
    return sign_in_again(kept) if kept else handed_back(request)


@csrf_protect
def _gone(request: HttpRequest) -> HttpResponse:
    """Nobody knows whose it was."""
    return handed_back(request) if was_typed(request) else sign_in_again(reverse("staff_home"))


def _can_be_read(request: HttpRequest) -> bool:
    """Takes care that no file is stored for somebody who is not signed in."""
    request.upload_handlers = [WithoutFiles(request)]
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    return length <= settings.UPLOAD_MAX_REQUEST_BYTES


def sign_in_again(back: str) -> HttpResponse:
    address = reverse("account_login")
    return redirect(f"{address}?{urlencode({'next': back, 'ended': 'yes'}, safe='/')}")


def _let_go_of_what_arrived(request: HttpRequest, response: HttpResponse) -> None:
    arrived = request.method == "POST" and response.status_code < 400
    if arrived and request.user.is_authenticated and (token := request.POST.get(KEPT)):
        let_go(signed_in(request), token)
