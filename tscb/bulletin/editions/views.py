"""The public pages of the e-bulletin. Everything is read through `published()`."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render

from briefings.archive import archive_of, month_name, number_in
from tscb.bulletin.editions.reading import Contents, contents_of, for_reading
from tscb.bulletin.models import Edition
from tscb.common.paging import page_of
from tscb.common.web import NotHere, public


@public(asks=("page",))
def index(request: HttpRequest) -> HttpResponse:
    """All editions, newest first."""
    years = _archive()
    count = sum(one.count for one in years)
    return _listed(request, years, Edition.objects.published(), count)


@public(asks=("page",))
def archive(request: HttpRequest, year: int, month: int | None = None) -> HttpResponse:
    """The editions of a year, or of one of its months."""
    years, name = _archive(), str(year) if month is None else month_name(year, month)
    if not (count := number_in(years, year, month)):
        raise NotHere(f"No edition of {name} was published.")
    wanted = {"month__year": year} | ({"month__month": month} if month else {})
    editions = Edition.objects.published().filter(**wanted)
    return _listed(request, years, editions, count, name=name, year=year, month=month)


@public
def edition(request: HttpRequest, number: int) -> HttpResponse:
    found = get_object_or_404(for_reading(Edition.objects.published()), number=number)
    return show(request, contents_of(found))


def show(request: HttpRequest, contents: Contents, *, is_preview: bool = False) -> HttpResponse:
    """The page of an edition; for the public, and as an editor's preview before it is public."""
    context = {"contents": contents, "edition": contents.edition, "is_preview": is_preview}
    return render(request, "bulletin/edition.html", context)


@public
def old_edition(
    request: HttpRequest, number: int, year: int, month: int
) -> HttpResponseRedirect | HttpResponse:
    """Where editions stood before this site: to the one of that number, for good. Else to the
    archive, for now, as it may still come."""
    found = Edition.objects.published().filter(number=number).first()
    return redirect(found, permanent=True) if found else redirect("bulletin:list")


def _archive() -> list[Any]:
    return archive_of(Edition.objects.published(), by="month")


def _listed(
    request: HttpRequest, years: Any, editions: Any, count: int, **named: Any
) -> HttpResponse:
    page = page_of(for_reading(editions.newest_first()), request, count=count)
    return render(request, "bulletin/list.html", {"page": page, "years": years, **named})
