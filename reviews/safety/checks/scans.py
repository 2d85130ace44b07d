"""Scanned pages: with a text layer that nobody sees, or without any text."""

from collections.abc import Iterator

from reviews.safety.checks.hidden_text import SCANNED
from reviews.safety.findings import Finding, Kind, Severity
from reviews.safety.page import Page


def scan_text(page: Page) -> Iterator[Finding]:
    if page.pictured > SCANNED and any(piece.unseen_mode for piece in page.pieces):
        yield Finding(
            Kind.SCAN_TEXT,
            Severity.NOTE,
            page.number,
            "A scan with a text layer made by machine. Read the text: it may hold more than the "
            "picture shows.",
        )


def page_without_text(page: Page) -> Iterator[Finding]:
    if not page.text.strip():
        what = "a picture of text perhaps" if page.pictured else "blank perhaps"
        yield Finding(
            Kind.NO_TEXT,
            Severity.WARNING,
            page.number,
            f"The page has no text ({what}). It cannot be read aloud, searched or checked here.",
        )
