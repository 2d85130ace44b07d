"""The addresses under which a team gets a briefing to use. All read through `published()`."""

from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render

from briefings.models import Briefing
from briefings.pack import kept_pack
from briefings.sheet.content import content_of
from briefings.sheet.serving import name_of, public_sheet_response
from briefings.use.plain_text import plain_text
from briefings.use.questions import or_general
from tscb.common.made_files import mark_of
from tscb.common.uploads.serving import file_response
from tscb.common.web import public


@public(kept=False)
def pdf(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One page to print."""
    return public_sheet_response(request, _found(slug))


@public(kept=False)
def text(request: HttpRequest, slug: str) -> HttpResponseBase:
    briefing = _found(slug)
    words = plain_text(content_of(briefing))
    return file_response(
        ContentFile(words.encode()),
        name=name_of(briefing, "7 minute briefing", "txt"),
        content_type="text/plain; charset=utf-8",
        inline=True,
        request=request,
        mark=mark_of(words),
    )


@public(kept=False)
def team_pack(request: HttpRequest, slug: str) -> HttpResponseBase:
    """All that a meeting needs, in one ZIP."""
    briefing = _found(slug)
    pack, mark = kept_pack(briefing)
    return file_response(
        ContentFile(pack),
        name=name_of(briefing, "team pack", "zip"),
        content_type="application/zip",
        inline=False,
        request=request,
        mark=mark,
    )


@public
def present(request: HttpRequest, slug: str) -> HttpResponse:
    """One part after the other for a room; without JavaScript one long page in large type."""
    briefing = _found(slug)
    own = [question.text for question in briefing.questions.all()]
    context = {
        "briefing": briefing,
        "sections": briefing.sections.all(),
        "questions": or_general(own),
    }
    return render(request, "briefings/present.html", context)


def _found(slug: str) -> Briefing:
    return get_object_or_404(Briefing.objects.published(), slug=slug)
