"""What belongs to no single app: home, sitemap, health and the pages that say what went wrong."""

import sys
from functools import cache
from typing import Any

from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.core.exceptions import RequestDataTooBig
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from briefings.list_filter import BriefingFilter
from briefings.search import present
from referrals.agreement.handing_back import answer_expired, words_typed
from referrals.form import typed as form_typed
from referrals.form.handing_back import came_from_here, expired
from referrals.summaries import typed as summaries
from reviews.search import listing
from reviews.search.list_filter import ListFilter
from reviews.search.spelling import meant
from reviews.search.words import words_asked
from tscb.board.frontage.home import HomeContent
from tscb.board.frontage.home_reading import read_home
from tscb.board.outage import unavailable
from tscb.board.sessions.handing_back import handed_back, was_typed
from tscb.common.database import deadlines
from tscb.common.database.breaker import is_an_outage
from tscb.common.second_factor import GUARDED
from tscb.common.web import NotHere, public
from tscb.events.search import events_found
from tscb.events.timely import until_it_changes
from tscb.home import events_in, parts_of
from tscb.sitemaps import SITEMAPS

READY_WITHIN = 0.7  # seconds: what hangs is not ready
REVIEWS_FOUND = BRIEFINGS_FOUND = 5
EVENTS_FOUND = 3


@public(asks=("q",))
def home(request: HttpRequest, content: HomeContent | None = None) -> HttpResponse:
    """The opening of the site; with `?q=` what is found in reviews, briefings and events.
    `content` is given for a preview alone."""
    if words := words_asked(request):
        return _searched(request, words)
    shown = content or read_home()
    parts = parts_of(shown)
    context = {"content": shown, "parts": parts, "is_preview": content is not None}
    response = render(request, "home.html", context)
    until_it_changes(request, events_in(parts))
    return response


def _searched(request: HttpRequest, words: str) -> HttpResponse:
    found = _found(words)
    response = render(request, "search.html", found)
    until_it_changes(request, found["events"])
    return response


def _found(words: str) -> dict[str, Any]:
    """The best of each, with the way to all that was found."""
    reviews, briefings = ListFilter({"q": words}), BriefingFilter({"q": words})
    events = events_found(words, EVENTS_FOUND)
    return {
        "words": words,
        "total": reviews.reachable,
        "is_common": reviews.is_common,
        "reviews": [listing.present(review) for review in reviews.rows[:REVIEWS_FOUND]],
        "meant": "" if reviews.total or briefings.total or events else meant(words),
        "briefings": [present(briefing) for briefing in briefings.rows[:BRIEFINGS_FOUND]],
        "events": events,
        "has_more_briefings": briefings.total > BRIEFINGS_FOUND,
    }


@public
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page, for search engines."""
    return sitemap_of(request, sitemaps=SITEMAPS)


@never_cache
@public(kept=False)
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; says nothing about the database."""
    return HttpResponse("live", content_type="text/plain")


@never_cache
@public(kept=False)
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and has every migration."""
    try:
        known = newest_migrations()
        with deadlines.at_most(READY_WITHIN):
            behind = known - MigrationRecorder(connection).applied_migrations().keys()
    except Error:
        return HttpResponse("no database", status=503, content_type="text/plain")
    words, status = ("migrations are missing", 503) if behind else ("ready", 200)
    return HttpResponse(words, status=status, content_type="text/plain")


@cache
def newest_migrations() -> set[tuple[str, str]]:
    """Of each app, as the code has them."""
    return set(MigrationLoader(None).graph.leaf_nodes())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """What was typed into the form, by who is asked to agree or by an agency, comes back."""
    if request.path.startswith(reverse("refer:start")) and came_from_here(reason):
        return expired(request, reason)
    if came_from_here(reason) and summaries.words_typed(request):
        return summaries.expired(request, reason)
    if came_from_here(reason) and words_typed(request):
        return answer_expired(request)
    if came_from_here(reason) and request.path.startswith(GUARDED) and was_typed(request):
        return handed_back(request)
    return render(request, "403.html", {"form_expired": True}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    sentence = str(exception) if isinstance(exception, NotHere) else ""
    return render(request, "404.html", {"sentence": sentence}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Asks the database for nothing: `site` answers from what it last knew."""
    if not is_an_outage(sys.exc_info()[1]):
        return render(request, "500.html", status=500)
    in_form = request.path.startswith(reverse("refer:start"))
    return unavailable(request, form_typed.typed_in if in_form else None)
