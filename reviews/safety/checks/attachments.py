"""Files inside the file."""

from collections.abc import Iterator

from reviews.safety.document import Document, text_of
from reviews.safety.findings import Finding, Kind, Severity, joined


def attachments(document: Document) -> Iterator[Finding]:
    """Wherever they hang: on the document, on a page, on a comment, or as a portfolio."""
    names = [
        text_of(thing.get("/UF", thing.get("/F"))) or "without a name"
        for thing in document.dictionaries
        if "/EF" in thing
    ]
    if names:
        yield Finding(
            Kind.ATTACHMENT,
            Severity.WARNING,
            None,
            "Other files are attached. Readers will not get them: the public copy is without.",
            joined(names),
            cleaned=True,
        )
