"""The board's public pages: whom to call, explanations, and two files that machines read."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from tscb.board import site
from tscb.board.addresses import full_address, own_address
from tscb.board.calling.wording import week
from tscb.board.look.serving import FOR_GOOD, part_of
from tscb.board.models import Agency, Page, PageFile
from tscb.board.pages.files import served
from tscb.board.pages.showing import shown
from tscb.common.web import public

SECURITY_TXT_GOOD_FOR = timedelta(days=180)  # RFC 9116 recommends less than a year


@public(by_the_minute=True)
def worried(request: HttpRequest) -> HttpResponse:
    """Asks the database for nothing itself: it has to answer when nothing else does."""
    numbers = [{"contact": one, "hours": week(one.hours)} for one in site.current().numbers]
    shown = {"numbers": numbers, "address": full_address(request.path)}
    return render(request, "board/worried.html", shown)


@public
def page(request: HttpRequest, slug: str) -> HttpResponse:
    return shown(request, get_object_or_404(Page.objects.published(), slug=slug))


@public(kept=False)
def page_file(request: HttpRequest, public_id: UUID) -> HttpResponseBase:
    """A file or a picture of a page, as long as the page is public."""
    row = get_object_or_404(PageFile.objects.published(), public_id=public_id)
    return served(row, request)


@public
def about(request: HttpRequest) -> HttpResponse:
    """One place from which everything that the board says of itself can be reached."""
    agencies = Agency.objects.filter(active=True)
    return render(request, "board/about.html", {"agencies": agencies})


@public(kept=False)
def look(request: HttpRequest, mark: str, name: str) -> HttpResponseBase:
    """A file of today’s look. Kept for good under its own mark; an older page gets today’s."""
    today = site.current().look
    response = part_of(today, name, request)
    if mark == today.mark:
        response.headers["Cache-Control"] = FOR_GOOD
    return response


@public
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116)."""
    expires = timezone.now() + SECURITY_TXT_GOOD_FOR
    return _text(
        request,
        "board/security.txt",
        email=site.current().public_email,
        expires=f"{expires:%Y-%m-%dT%H:%M:%SZ}",
    )


@public
def robots_txt(request: HttpRequest) -> HttpResponse:
    return _text(request, "board/robots.txt")


def _text(request: HttpRequest, template: str, **words: str) -> HttpResponse:
    """A text file that names this site by its one address, whatever the request called it."""
    words["address"] = own_address()
    return render(request, template, words, content_type="text/plain; charset=utf-8")
