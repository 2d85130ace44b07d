"""Handing out the printed page: kept for the public, made anew for an editor's preview."""

from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponseBase

from briefings.models import Briefing
from briefings.sheet.content import content_of
from briefings.sheet.making import TEMPLATE, data_of, make
from tscb.common.typesetting import kept_pdf
from tscb.common.uploads.serving import file_response
from tscb.common.uploads.storage import public_file_name
from tscb.common.web import keep_private

PDF = "application/pdf"


def place_of(briefing: Briefing, what: str) -> str:
    """Where what is made of a briefing is kept."""
    return f"briefings/{briefing.pk}/{what}"


def name_of(briefing: Briefing, what: str, extension: str) -> str:
    """A file name from the address, which was checked to tell of nobody; a title may tell."""
    return public_file_name(f"{what} {briefing.slug}", extension)


def public_sheet_response(request: HttpRequest, briefing: Briefing) -> HttpResponseBase:
    """The page of a briefing that is public: whether it is, the view has asked."""
    page, mark = kept_pdf(place_of(briefing, "page"), TEMPLATE, data_of(content_of(briefing)))
    name = name_of(briefing, "7 minute briefing", "pdf")
    return file_response(
        ContentFile(page), name=name, content_type=PDF, inline=True, request=request, mark=mark
    )


def sheet_response(request: HttpRequest, briefing: Briefing) -> HttpResponseBase:
    """The page as it is stored now, for the editor's eyes alone: nothing of it is kept."""
    response = file_response(
        ContentFile(make(content_of(briefing))),
        name=name_of(briefing, "7 minute briefing", "pdf"),
        content_type=PDF,
        inline=True,
        request=request,
        indexed=False,
    )
    keep_private(response)
    return response
