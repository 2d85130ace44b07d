"""Handing out the cleaned copy of a signed-off document."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from reviews.models import Document
from tscb.common.uploads.serving import file_response
from tscb.common.web import View, public


def document_of(model: type[Document]) -> View:
    """The public view for the documents of one kind of page, each under its one right address."""
    link = f"{model.link}__slug"

    @public(kept=False)
    def document(request: HttpRequest, slug: str, public_id: UUID, name: str) -> HttpResponseBase:
        named = {link: slug, "public_id": public_id}
        found: Any = get_object_or_404(model.objects.public(), **named)
        return document_response(request, found) if name == found.file_name else redirect(found)

    return document


def document_response(request: HttpRequest, document: Document) -> HttpResponseBase:
    return file_response(
        document.cleaned,
        name=document.file_name,
        content_type="application/pdf",
        inline=True,
        request=request,
    )
