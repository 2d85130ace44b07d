"""The public pages of case reviews. Everything is read through `published()`."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from reviews.forms import ListFilter
from reviews.models import CaseReview
from reviews.progress import tracked
from reviews.reading_time import minutes_to_read
from reviews.related import related_to
from reviews.search.chips import chips
from reviews.search.listing import present
from reviews.search.spelling import meant
from reviews.texts.reading import shown_documents
from tscb.common.paging import page_of
from tscb.common.publishing.covers import cover_response
from tscb.common.web import public

MOST_BRIEFINGS = 20


@public
def index(request: HttpRequest) -> HttpResponse:
    published = CaseReview.objects.published()
    filters = ListFilter(request.GET, published)
    page = page_of(filters.rows, request, count=filters.reachable)
    if filters.words:
        page.object_list = [present(review) for review in page.object_list]
    context = {"filters": filters, "page": page, "chips": chips(filters, request.GET)}
    if filters.words and not filters.total:
        context["meant"] = meant(published, filters.words)
    return render(request, "reviews/list.html", context)


@public
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    return show(request, get_object_or_404(CaseReview.objects.published().for_reading(), slug=slug))


def show(request: HttpRequest, review: CaseReview, *, is_preview: bool = False) -> HttpResponse:
    """The page of a review; for the public, and as an editor's preview before it is public."""
    points, recommendations = review.learning_points.all(), tracked(review.recommendations.all())
    context = {
        "review": review,
        "is_preview": is_preview,
        "learning_points": points,
        "recommendations": recommendations,
        "minutes": minutes_to_read(review, points, recommendations),
        "documents": shown_documents(review, is_preview=is_preview),
        "briefings": review.briefings.published().newest_first().for_lists()[:MOST_BRIEFINGS],
        "related": related_to(review),
    }
    return render(request, "reviews/detail.html", context)


@public
def cover(request: HttpRequest, slug: str, size: str) -> HttpResponseBase:
    found = get_object_or_404(CaseReview.objects.published(), slug=slug)
    return cover_response(request, found, size)
