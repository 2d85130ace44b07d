"""The text of a signed-off document of a published review. It goes when the sign-off goes."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reviews.models import CaseReview, ReviewDocument
from reviews.texts.reading import pages_of, with_text
from tscb.common.web import NotHere, public


@public
def text(request: HttpRequest, slug: str, public_id: UUID) -> HttpResponse:
    public_ones = CaseReview.objects.published().with_documents()
    released = ReviewDocument.objects.released().filter(review__in=public_ones)
    document: Any = get_object_or_404(
        with_text(released.select_related("review")),
        public_id=public_id,
        review__slug=slug,
    )
    if not document.has_text:
        raise NotHere("This document is a picture of text. Please open the PDF, or ask us for it.")
    context = {"document": document, "review": document.review, "pages": pages_of(document)}
    return render(request, "reviews/text.html", context)
