"""The public pages of 7 minute briefings. Everything is read through `published()`."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from briefings.archive import archive_of, month_name, number_in
from briefings.list_filter import BriefingFilter
from briefings.models import Briefing
from briefings.reading import (
    all_seven,
    neighbours,
    parts_of,
    public_briefing,
    reviews_of,
    teams_that_used,
)
from briefings.search import present
from reviews.related import related_to
from reviews.search.chips import chips
from reviews.texts.reading import shown_documents
from tscb.common.paging import page_of
from tscb.common.publishing.covers import cover_response
from tscb.common.web import NotHere, public


@public(asks=BriefingFilter.asks())
def index(request: HttpRequest) -> HttpResponse:
    """Newest first, narrowed by kind, theme and agency; those that have the words, best first."""
    filters = BriefingFilter(request.GET)
    page = page_of(filters.rows, request, count=filters.reachable)
    if filters.words:
        page.object_list = [present(briefing) for briefing in page.object_list]
    context = {
        "filters": filters,
        "page": page,
        "chips": chips(filters, request.GET),
        "years": archive_of(Briefing.objects.published()),
    }
    return render(request, "briefings/list.html", context)


@public(asks=("page",))
def archive(request: HttpRequest, year: int, month: int | None = None) -> HttpResponse:
    """What came out in a year, or in one of its months."""
    published = Briefing.objects.published()
    years = archive_of(published)
    name = str(year) if month is None else month_name(year, month)
    count = number_in(years, year, month)
    if not count:
        raise NotHere(f"No briefing was published in {name}.")
    wanted = {"published_at__year": year} | ({"published_at__month": month} if month else {})
    rows = published.filter(**wanted).newest_first().for_lists()
    page = page_of(rows, request, count=count)
    context = {"page": page, "name": name, "year": year, "month": month, "years": years}
    return render(request, "briefings/archive.html", context)


@public
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    return show(request, public_briefing(slug))


def show(request: HttpRequest, briefing: Any, *, is_preview: bool = False) -> HttpResponse:
    """The page of a briefing; for the public, and as an editor's preview before it is public."""
    parts = parts_of(briefing)
    if is_preview:
        parts["sections"] = all_seven(parts["sections"], briefing.variant)
    context = {
        **parts,
        "briefing": briefing,
        "is_preview": is_preview,
        "is_framed": is_preview and request.path.endswith("/framed"),
        "reviews": reviews_of(briefing),
        "documents": shown_documents(briefing, is_preview=is_preview),
        "teams": teams_that_used(briefing),
        "related": related_to(briefing),
        **neighbours(briefing),
    }
    return render(request, "briefings/detail.html", context)


@public(kept=False)
def cover(request: HttpRequest, slug: str, size: str) -> HttpResponseBase:
    found = get_object_or_404(Briefing.objects.published(), slug=slug)
    return cover_response(request, found, size)
