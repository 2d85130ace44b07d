"""The text of a signed-off document of a public page. It goes when the sign-off goes."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reviews.models import Document
from reviews.texts.reading import pages_of, with_text
from tscb.common.web import NotHere, View, public


def text_of(model: type[Document]) -> View:
    """The view for the documents of one kind of page."""
    link = f"{model.link}__slug"

    @public
    def text(request: HttpRequest, slug: str, public_id: UUID) -> HttpResponse:
        named = {link: slug, "public_id": public_id}
        document: Any = get_object_or_404(with_text(model.objects.public()), **named)
        if not document.has_text:
            raise NotHere(
                "This document is a picture of text. Please open the PDF, or ask us for it."
            )
        context = {"document": document, "item": document.item, "pages": pages_of(document)}
        return render(request, "reviews/text.html", context)

    return text
