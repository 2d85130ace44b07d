"""Headers on every answer, and input that no page could take."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import middleware
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from tscb.common.uploads.intake import Intake, intake_of

ADMIN = "/admin/"  # takes files from people who are signed in; pages with an `intake` do, too
Handler = Callable[[HttpRequest], HttpResponse]
PIECE = 65_536
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class SecurityHeadersMiddleware:
    """What Django and django-csp do not say themselves."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class BadInputMiddleware:
    """Refuses null bytes in an address, and reads a posted form early so that one which is too
    large or broken is refused with a sentence instead of failing deep inside a page."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any = None, *_: object) -> None:
        given = [request.path, *(value for _, values in request.GET.lists() for value in values)]
        if any("\x00" in value for value in given):
            raise BadRequest("The address holds a character that no address may hold.")
        intake = intake_of(view)
        self._check_size(request, intake)
        if request.method == "POST":
            _read_form(request, intake)

    @staticmethod
    def _check_size(request: HttpRequest, intake: Intake | None) -> None:
        """Django limits what a form holds, but would put files of any size on the disk first."""
        takes_files = intake is not None or request.path_info.startswith(ADMIN)
        limit = settings.UPLOAD_MAX_REQUEST_BYTES if takes_files else settings.REQUEST_MAX_BYTES
        if intake:
            limit = intake.most()
        if int(request.META.get("CONTENT_LENGTH") or 0) > limit:
            _read_away(request, settings.UPLOAD_READ_AWAY_BYTES if takes_files else limit)
            raise RequestDataTooBig("The request is larger than this page takes.")


def _read_form(request: HttpRequest, intake: Intake | None) -> None:
    """Parses the body. A file that is cut off in the middle leaves nothing behind."""
    if intake:
        request.upload_handlers = [intake.handler(request)]
    try:
        request.POST  # noqa: B018 - reading the property parses the body
    except Exception:
        for handler in request.upload_handlers:
            handler.upload_interrupted()
        raise


def _read_away(request: HttpRequest, most: int) -> None:
    """Takes in what comes, up to a limit: a browser shows no answer before all of it is sent."""
    for _ in range(max(most, settings.UPLOAD_MAX_REQUEST_BYTES) // PIECE):
        if not request.read(PIECE):
            break


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Django's own looks up the visitor before it asks whether the page needs one: that would tie
    public pages to a cookie, and those of a signed-in person to the database."""

    def process_view(self, request: HttpRequest, view_func: Any, *rest: Any) -> Any:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, *rest)
