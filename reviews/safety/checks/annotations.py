"""Comments, drawn marks, and marks for redaction that nobody carried out."""

from collections.abc import Iterator

import pikepdf

from reviews.safety.document import Document, text_of
from reviews.safety.findings import Finding, Kind, Severity, joined

# Links stay; form fields and attachments have checks of their own; a pop-up belongs to a comment.
OTHERS = {"/Link", "/Widget", "/FileAttachment", "/Popup"}


def annotations(document: Document) -> Iterator[Finding]:
    for number, page in enumerate(document.pdf.pages, 1):
        marks = [mark for mark in annotations_of(page) if mark.get("/Subtype") not in OTHERS]
        yield from _redactions(number, [mark for mark in marks if is_redaction(mark)])
        yield from _comments(number, [mark for mark in marks if not is_redaction(mark)])


def annotations_of(page: pikepdf.Page) -> list[pikepdf.Object]:
    found = page.obj.get("/Annots")
    if not isinstance(found, pikepdf.Array):
        return []
    return [mark for mark in found if isinstance(mark, pikepdf.Dictionary)]


def is_redaction(mark: pikepdf.Object) -> bool:
    return mark.get("/Subtype") == "/Redact"


def _redactions(page: int, marks: list[pikepdf.Object]) -> Iterator[Finding]:
    if marks:
        yield Finding(
            Kind.REDACTION_MARK,
            Severity.CRITICAL,
            page,
            "Text is marked for redaction, but the redaction was not carried out.",
            joined(map(_said, marks)),
        )


def _comments(page: int, marks: list[pikepdf.Object]) -> Iterator[Finding]:
    if marks:
        yield Finding(
            Kind.ANNOTATION,
            Severity.WARNING,
            page,
            "The page has comments or drawn marks. The public copy is without.",
            joined(map(_said, marks)),
            cleaned=True,
        )


def _said(mark: pikepdf.Object) -> str:
    parts = [text_of(mark.get("/Subtype"))[1:], text_of(mark.get("/T"))]
    return ": ".join(filter(None, [" by ".join(filter(None, parts)), _contents(mark)]))


def _contents(mark: pikepdf.Object) -> str:
    return text_of(mark.get("/Contents")) or text_of(mark.get("/OverlayText"))
