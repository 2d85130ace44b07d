"""Is the file all there, and open to everyone?"""

from collections.abc import Iterator

from reviews.safety.document import Document
from reviews.safety.findings import Finding, Kind, Severity

TAIL = 2048


def cut_off(document: Document) -> Iterator[Finding]:
    if b"%%EOF" not in document.content[-TAIL:]:
        yield Finding(
            Kind.UNREADABLE,
            Severity.CRITICAL,
            None,
            "The end of the file is missing, so nobody can say what belongs to it.",
        )


def protection(document: Document) -> Iterator[Finding]:
    if document.pdf.is_encrypted:
        yield Finding(
            Kind.PROTECTION,
            Severity.NOTE,
            None,
            "Printing, copying or reading aloud is restricted.",
            cleaned=True,
        )
