"""Text that reading aloud and copying take instead of what the page shows."""

from collections.abc import Iterator

from reviews.safety.document import Document, text_of
from reviews.safety.findings import Finding, Kind, Severity, joined


def replacement_text(document: Document) -> Iterator[Finding]:
    """Only words that the pages do not show: a hyphen put right is no finding."""
    shown = "".join("".join(document.texts).split())
    replaced = [
        text
        for thing in document.dictionaries
        if (text := text_of(thing.get("/ActualText")))
        and "".join(text.split()).strip("\xad") not in shown
    ]
    if replaced:
        yield Finding(
            Kind.REPLACEMENT_TEXT,
            Severity.WARNING,
            None,
            "Words for reading aloud and copying differ from what the pages show.",
            joined(replaced),
        )
