"""Which documents have a text, and the text of each page."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from reviews.models import ReportPage, ReviewDocument
from reviews.texts.paragraphs import paragraphs


def with_text(documents: QuerySet[ReviewDocument]) -> QuerySet[ReviewDocument]:
    """Each with `has_text`; a scan without a text layer has none."""
    pages = ReportPage.objects.filter(document=OuterRef("pk"))
    return documents.annotate(has_text=Exists(pages))


def pages_of(document: ReviewDocument) -> list[dict[str, Any]]:
    """Every page with its number and paragraphs; a page without any text has none."""
    texts = dict(document.report_pages.values_list("number", "text"))
    last = max([document.pages, *texts])
    return [
        {"number": number, "paragraphs": list(paragraphs(texts.get(number, "")))}
        for number in range(1, last + 1)
    ]
