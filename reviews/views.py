"""The public pages of case reviews. Everything is read through `published()`."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from reviews.models import CaseReview
from reviews.reading import briefings_on, learning_points, public_review, recommendations
from reviews.reading_time import minutes_to_read
from reviews.related import related_to
from reviews.search.chips import chips
from reviews.search.list_filter import ListFilter
from reviews.search.listing import present
from reviews.search.spelling import meant
from reviews.texts.reading import shown_documents
from tscb.common.paging import page_of
from tscb.common.publishing.covers import cover_response
from tscb.common.web import public


@public(asks=ListFilter.asks())
def index(request: HttpRequest) -> HttpResponse:
    filters = ListFilter(request.GET)
    page = page_of(filters.rows, request, count=filters.reachable)
    if filters.words:
        page.object_list = [present(review) for review in page.object_list]
    context = {"filters": filters, "page": page, "chips": chips(filters, request.GET)}
    if filters.words and not filters.total:
        context["meant"] = meant(filters.words)
    return render(request, "reviews/list.html", context)


@public
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    return show(request, public_review(slug))


def show(request: HttpRequest, review: CaseReview, *, is_preview: bool = False) -> HttpResponse:
    """The page of a review; for the public, and as an editor's preview before it is public."""
    points, recommended = learning_points(review), recommendations(review)
    context = {
        "review": review,
        "is_preview": is_preview,
        "learning_points": points,
        "recommendations": recommended,
        "minutes": minutes_to_read(review, points, recommended),
        "documents": shown_documents(review, is_preview=is_preview),
        "briefings": briefings_on(review),
        "related": related_to(review),
        # The public meets them in a training pack; whoever checks a review reads all of it.
        "scenarios": review.case_scenarios.all() if is_preview else (),
    }
    return render(request, "reviews/detail.html", context)


@public(kept=False)
def cover(request: HttpRequest, slug: str, size: str) -> HttpResponseBase:
    found = get_object_or_404(CaseReview.objects.published(), slug=slug)
    return cover_response(request, found, size)
