"""The public pages of 7 minute briefings. Everything is read through `published()`."""

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from briefings.models import Briefing
from briefings.search import find, present, with_snippets
from reviews.search.words import words_asked
from reviews.texts.reading import shown_documents
from tscb.common.paging import page_of
from tscb.common.publishing.covers import cover_response
from tscb.common.publishing.years import years_of
from tscb.common.web import NotHere, public


@public
def index(request: HttpRequest) -> HttpResponse:
    """All of them, newest first; with `?q=` those that have the words, best first."""
    published = Briefing.objects.published()
    words = words_asked(request)
    if words:
        page = page_of(with_snippets(find(published, words).for_lists(), words), request)
        page.object_list = [present(briefing) for briefing in page.object_list]
    else:
        page = page_of(published.newest_first().for_lists(), request)
    context = {"page": page, "years": years_of(published), "words": words}
    return render(request, "briefings/list.html", context)


@public
def archive(request: HttpRequest, year: int) -> HttpResponse:
    published = Briefing.objects.published()
    years = years_of(published)
    if year not in years:
        raise NotHere(f"No briefing was published in {year}.")
    of_year = published.filter(published_at__year=year).newest_first().for_lists()
    context = {"page": page_of(of_year, request), "year": year, "years": years}
    return render(request, "briefings/archive.html", context)


@public
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    return show(request, get_object_or_404(Briefing.objects.published(), slug=slug))


def show(request: HttpRequest, briefing: Briefing, *, is_preview: bool = False) -> HttpResponse:
    """The page of a briefing; for the public, and as an editor's preview before it is public."""
    prefetch_related_objects([briefing], "sections", "questions", "themes")
    context = {
        "briefing": briefing,
        "is_preview": is_preview,
        "reviews": briefing.reviews.published().newest_first().for_lists(),
        "documents": shown_documents(briefing, is_preview=is_preview),
        "questions": briefing.questions.all(),
        "themes": briefing.themes.all(),
        "teams": briefing.uses.accepted().teams().count(),
    }
    return render(request, "briefings/detail.html", context)


@public
def cover(request: HttpRequest, slug: str, width: int) -> HttpResponseBase:
    found = get_object_or_404(Briefing.objects.published(), slug=slug)
    return cover_response(request, found, width)
