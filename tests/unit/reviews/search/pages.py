"""Signed-off reports with a text of their own, without a PDF for each."""

from reviews.models import CaseReview, ReportPage, ReviewDocument
from tests.factories import make_document


def add_report(review: CaseReview, *pages: str, **fields: object) -> ReviewDocument:
    """A signed-off report of these pages, as `keep_text` would leave them."""
    document = make_document(review, **fields)
    for number, text in enumerate(pages, 1):
        ReportPage.objects.create(document=document, number=number, text=text)
    return document
