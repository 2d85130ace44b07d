"""The two kinds of page that need no sign-in; every unmarked view asks for a signed-in person."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial, wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

View = Callable[..., HttpResponseBase]
UNCHANGED_FOR = "unchanged_for"  # of a request: seconds for which the banner on its page stays true
# Seconds that an HTTP cache may show a public page; that it may go on while it fetches a newer one;
# and while it gets none because something is wrong here.
KEPT_FOR, RENEWED_WITHIN, SHOWN_ON_ERROR = 60, 30, 3600
MOST_LEFT = KEPT_FOR + SHOWN_ON_ERROR
# A whole file, a part of it, or that it is as it was: what says nothing a cache keeps as it likes,
# a report for weeks after it was withdrawn.
KEPT = {200, 206, 304}

answers_get_and_post = require_http_methods(["GET", "HEAD", "POST"])


class NotHere(Http404):
    """A 404 with a sentence that the visitor reads on the page."""


@dataclass(frozen=True)
class PublicPage:
    """What a public view says of its pages.

    `kept`: whether a process may keep them. `asks`: the names in the query that it looks at.
    `by_the_minute`: whether its text, not the banner alone, says whom to call now.
    """

    kept: bool = True
    asks: tuple[str, ...] = ()
    by_the_minute: bool = False


def public(view: View | None = None, **said: Any) -> Any:
    """A page that is the same for everyone, which this process and any HTTP cache may keep.

    Whatever else stands in a query, the view sees only what it `asks` for. `kept=False` is for
    files, and for what says something of this very process. Rules for pages: docs/kept-pages.md.
    """
    if view is None:
        return partial(public, **said)
    shown, page = view, PublicPage(**said)

    @wraps(shown)
    def cacheable(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if page.kept:
            _ask_only(request, page.asks)
        response = shown(request, *args, **kwargs)
        if response.status_code in KEPT and not response.has_header("Cache-Control"):
            response.headers["Cache-Control"] = cache_control(getattr(request, UNCHANGED_FOR, None))
        return response

    marked: Any = login_not_required(require_safe(cacheable))
    marked.public_page = page
    return marked


def cache_control(true_for: float | None) -> str:
    """What HTTP caches may do with a public page that stays true so many seconds, or for good.

    Not all of them tell the next one how long they had it: a proxy and then a browser may each
    keep it as long as this says. So it names half of the time.
    """
    left = MOST_LEFT if true_for is None else max(0, min(MOST_LEFT, int(true_for / 2)))
    return _control(left)


@lru_cache(maxsize=MOST_LEFT + 1)
def _control(left: int) -> str:
    fresh = min(KEPT_FOR, left)
    renewing, failing = min(RENEWED_WITHIN, left - fresh), min(SHOWN_ON_ERROR, left - fresh)
    control = f"public, max-age={fresh}"
    if renewing:
        control += f", stale-while-revalidate={renewing}, stale-if-error={failing}"
    return control


def _ask_only(request: HttpRequest, names: tuple[str, ...]) -> None:
    if not request.GET.keys() <= set(names):
        asked = QueryDict(mutable=True)
        for name in names:
            if name in request.GET:
                asked.setlist(name, request.GET.getlist(name))
        request.GET = asked  # type: ignore[assignment] # as mutable as any other, to no effect


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
