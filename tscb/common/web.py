"""The two kinds of page that need no sign-in; every unmarked view asks for a signed-in person."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

View = Callable[..., HttpResponseBase]
UNCHANGED_FOR = "unchanged_for"  # of a request: seconds for which the banner on its page stays true
KEPT_FOR = 60  # seconds a shared cache may keep a public page
# A whole file, a part of it, or that it is as it was: what says nothing a cache keeps as it likes,
# a report for weeks after it was withdrawn.
KEPT = {200, 206, 304}

answers_get_and_post = require_http_methods(["GET", "HEAD", "POST"])


class NotHere(Http404):
    """A 404 with a sentence that the visitor reads on the page."""


@dataclass(frozen=True)
class PublicPage:
    """What a public view says of its pages; `kept` is whether a process may keep them."""

    kept: bool = True


def public(view: View | None = None, *, kept: bool = True) -> Any:
    """A page that is the same for everyone and that any HTTP cache may keep for a minute.

    The banner changes when an office opens or closes: a page is not kept beyond that moment.
    `kept=False` is for files, and for what says something of this very process.
    """
    if view is None:
        return partial(public, kept=kept)
    shown = view

    @wraps(shown)
    def cacheable(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = shown(request, *args, **kwargs)
        if response.status_code in KEPT and not response.has_header("Cache-Control"):
            seconds = min(KEPT_FOR, getattr(request, UNCHANGED_FOR, KEPT_FOR))
            patch_cache_control(response, public=True, max_age=seconds)
        return response

    marked: Any = login_not_required(require_safe(cacheable))
    marked.public_page = PublicPage(kept)
    return marked


def open_to_all(view: View) -> View:
    """A page that needs no account but belongs to one person: kept by nobody, named to nobody."""

    @wraps(view)
    def private(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        keep_private(response)
        return response

    return login_not_required(never_cache(private))


def keep_private(response: HttpResponseBase | HttpResponse) -> None:
    """No cache may keep the answer and no other site learns its address.

    Not "no-referrer": with it browsers send forms with "Origin: null", which Django has to refuse.
    """
    patch_cache_control(response, no_store=True, private=True)
    response.headers["Referrer-Policy"] = "same-origin"
