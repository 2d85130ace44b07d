"""The public pages of learning events. Everything is read through `published()`."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from tscb.common.paging import page_of
from tscb.common.web import public
from tscb.events.calendar_entries import all_to_come, of_event
from tscb.events.filtering import EventFilter
from tscb.events.models import LearningEvent
from tscb.events.reading import for_reading, public_parts
from tscb.events.timely import until_it_changes

CALENDAR = "text/calendar; charset=utf-8"


@public(asks=("kind", "theme", "when", "page"))
def index(request: HttpRequest) -> HttpResponse:
    """The calendar: what is to come by months, or what is over."""
    filters = EventFilter(request.GET)
    page = page_of(filters.rows.for_lists(), request)
    response = render(request, "events/list.html", {"filters": filters, "page": page})
    until_it_changes(request, list(page))
    return response


@public
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(for_reading(LearningEvent.objects.published()), slug=slug)
    response = show(request, event)
    until_it_changes(request, [event])
    return response


def show(request: HttpRequest, event: LearningEvent, *, is_preview: bool = False) -> HttpResponse:
    """The page of an event; for the public, and as an editor's preview before it is public."""
    context = {"event": event, "is_preview": is_preview, **public_parts(event)}
    return render(request, "events/detail.html", context)


@public
def calendar(request: HttpRequest) -> HttpResponse:
    """To subscribe to: what is to come and what has just been."""
    return HttpResponse(all_to_come(), content_type=CALENDAR)


@public
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    """One event, to be put into somebody's own calendar."""
    event = get_object_or_404(LearningEvent.objects.published(), slug=slug)
    at = reverse("events:detail", args=[slug])
    response = HttpResponse(of_event(event, path=at, is_public=True), content_type=CALENDAR)
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}.ics"'
    return response
