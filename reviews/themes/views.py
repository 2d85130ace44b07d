"""The public pages of the themes. A theme of which nothing is public yet is not here."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reviews.models import Theme
from reviews.themes.reading import in_states, learning_of, recommendations_of, with_progress
from tscb.common.paging import page_of
from tscb.common.web import public

REVIEWS_A_PAGE = 5
RECOMMENDATIONS_SHOWN = 5
MOST_SHOWN = 20


@public
def index(request: HttpRequest) -> HttpResponse:
    themes = Theme.objects.published().with_counts()
    return render(request, "themes/list.html", {"themes": themes})


@public(asks=("page",))
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    theme: Any = get_object_or_404(
        with_progress(Theme.objects.published().with_counts()), slug=slug
    )
    reviews, count = learning_of(theme), theme.number_of_reviews
    context = {
        "theme": theme,
        "page": page_of(reviews, request, per_page=REVIEWS_A_PAGE, count=count),
        "progress": in_states(theme.progress),
        "recommendations": recommendations_of(theme)[:RECOMMENDATIONS_SHOWN],
        "briefings": theme.briefings.published().newest_first().for_lists()[:MOST_SHOWN],
        "research": theme.research_messages.all()[:MOST_SHOWN],
        "resources": theme.resources.all()[:MOST_SHOWN],
    }
    return render(request, "themes/detail.html", context)


@public(asks=("page",))
def recommendations(request: HttpRequest, slug: str) -> HttpResponse:
    theme: Any = get_object_or_404(with_progress(Theme.objects.published()), slug=slug)
    progress = in_states(theme.progress)
    count = sum(one["number"] for one in progress)
    context = {
        "theme": theme,
        "progress": progress,
        "page": page_of(recommendations_of(theme), request, count=count),
    }
    return render(request, "themes/recommendations.html", context)
