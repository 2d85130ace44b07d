"""Headers on every answer, and input that no page could take."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import middleware
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]
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

    def process_view(self, request: HttpRequest, *_: object) -> None:
        if "\x00" in request.path or any("\x00" in value for value in request.GET.values()):
            raise BadRequest("The address holds a character that no address may hold.")
        if request.method == "POST":
            request.POST  # noqa: B018 - reading the property parses the body


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Django's own looks up the visitor before it asks whether the page needs one: that would tie
    public pages to a cookie, and those of a signed-in person to the database."""

    def process_view(self, request: HttpRequest, view_func: Any, *rest: Any) -> Any:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, *rest)
