"""The front of the site: hands out what is kept, and has Django render what is not.

A page is kept under the version of the content that was known before it was rendered, and handed
out as long as that is the version. While the database is away the last version stays, and with it
the pages; what they say of whom to call is always this minute's.
"""

from time import monotonic
from typing import Any, Protocol

from django.conf import settings
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponseBase
from django.urls import set_script_prefix
from django.utils.module_loading import import_string

from tscb.common.content_version import watching
from tscb.common.content_version.watching import Known
from tscb.common.kept_pages.answering import Start, answered, passed_on
from tscb.common.kept_pages.asked import Asked, Environ, asked
from tscb.common.kept_pages.now import Now
from tscb.common.kept_pages.page import Page, may_be_kept
from tscb.common.kept_pages.store import Store
from tscb.common.kept_pages.turns import LONGEST_WAIT, Turns
from tscb.common.web import UNCHANGED_FOR

# While a change is rendered by one, others get the page from before it, for no longer than they
# might have heard of the change later: what was withdrawn is gone everywhere within a second.
STILL_SHOWN = 0.3  # seconds
GONE = {404, 410}


class Watched(Protocol):
    """What tells the version: the module `watching`, or one that looks whenever a test wants."""

    def start(self) -> None: ...

    def known(self) -> Known: ...


class Front(WSGIHandler):
    """Django's own handler, asked only where nothing is kept."""

    def __init__(self, watch: Watched = watching) -> None:
        super().__init__()
        self._watch = watch
        self._make_now = import_string(settings.KEPT_PAGES_NOW)
        self._store = Store(settings.KEPT_PAGES_BYTES)
        self._turns = Turns()

    def __call__(self, environ: Environ, start_response: Start) -> Any:
        self._watch.start()
        wanted = asked(environ) if settings.KEPT_PAGES else None
        if wanted is None or not _is_usable(self._watch.known()):
            return super().__call__(environ, start_response)
        now = self._make_now()
        page = self._good(wanted, now)
        if page is None:
            page = self._still_shown(wanted, now)
        if page:
            return answered(page, now, environ, start_response)
        return self._in_turn(wanted, environ, start_response)

    def _good(self, wanted: Asked, now: Now) -> Page | None:
        """The kept page, if it says what is true. Without the database nobody knows of a newer
        version, and a page of the day before says nothing that was not true then."""
        page, known = self._store.shelf(wanted).get(wanted.key), self._watch.known()
        if page is None or not page.suits(now):
            return None
        same = page.known.version == known.version and not page.is_over()
        return page if same or (not known.answers and page.known.content == known.content) else None

    def _still_shown(self, wanted: Asked, now: Now) -> Page | None:
        page, known = self._store.shelf(wanted).get(wanted.key), self._watch.known()
        shown = page and page.suits(now) and monotonic() - known.since < STILL_SHOWN
        return page if shown and self._turns.is_taken(wanted.key) else None

    def _in_turn(self, wanted: Asked, environ: Environ, start_response: Start) -> Any:
        with self._turns.take(wanted.key) as running:
            if running is None and not self._good(wanted, self._make_now()):
                return self._rendered(wanted, environ, start_response)
        if running:
            running.wait(LONGEST_WAIT)
        now = self._make_now()
        if page := self._good(wanted, now):
            return answered(page, now, environ, start_response)
        return super().__call__(environ, start_response)

    def _rendered(self, wanted: Asked, environ: Environ, start_response: Start) -> Any:
        """The version and whom to call are noted first: what is kept is never older than they."""
        known, now = self._watch.known(), self._make_now()
        request = WSGIRequest(wanted.environ(environ))
        response = self._response(request)
        shelf = self._store.shelf(wanted)
        if may_be_kept(response) and self._make_now() is now:
            response.close()
            page = Page(wanted, known, now, response)
            page.ends_in(getattr(request, UNCHANGED_FOR, None))
            shelf.put(wanted.key, page)
            return answered(page, now, environ, start_response)
        if response.status_code in GONE:
            shelf.drop(wanted.key)
        return passed_on(response, environ, start_response)

    def _response(self, request: WSGIRequest) -> HttpResponseBase:
        """As Django's handler gets it."""
        set_script_prefix("/")
        signals.request_started.send(sender=type(self), environ=request.environ)
        response = self.get_response(request)
        response._handler_class = type(self)  # type: ignore[attr-defined] # what closing it tells
        return response


def _is_usable(known: Known) -> bool:
    """Whether pages can be told apart by their version: not before it was learned, nor when the
    watch itself has fallen silent."""
    return known.number is not None and (known.is_fresh() or not known.answers)
