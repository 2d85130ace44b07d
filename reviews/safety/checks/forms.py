"""Form fields, whose answers are not part of the page."""

from collections.abc import Iterator

import pikepdf

from reviews.safety.document import Document, text_of
from reviews.safety.findings import Finding, Kind, Severity, joined


def form_fields(document: Document) -> Iterator[Finding]:
    form = document.pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or not (_fields(form) or "/XFA" in form):
        return
    answers = [_answer(thing) for thing in document.dictionaries if "/FT" in thing]
    yield Finding(
        Kind.FORM_FIELD,
        Severity.WARNING,
        None,
        "The file is a form. In the public copy visible answers are plain text, all others gone.",
        joined(answers),
        cleaned=True,
    )


def _fields(form: pikepdf.Object) -> list[pikepdf.Object]:
    fields = form.get("/Fields")
    return list(fields) if isinstance(fields, pikepdf.Array) else []


def _answer(field: pikepdf.Object) -> str:
    name, value = text_of(field.get("/T")), text_of(field.get("/V"))
    return f"{name}: {value}" if value else ""
