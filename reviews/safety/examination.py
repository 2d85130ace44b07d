"""Examines a document: all checks, one after the other. Runs in the child process.

What is found is said at once, so that nothing is lost if the document ends the process.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import pikepdf
import pypdfium2 as pdfium

from reviews.safety.checks import DOCUMENT_CHECKS, PAGE_CHECKS
from reviews.safety.document import Document, open_pdf
from reviews.safety.findings import Finding, Kind, Severity
from reviews.safety.other_text import other_texts
from reviews.safety.page import pages_of, text_of
from tscb.common.uploads.pdf_reading import UnreadablePdfError, opened

MOST_PAGES = 600
Said = dict[str, Any]

NEEDS_PASSWORD = "The file needs a password, so nobody can say what is in it."  # noqa: S105 - a sentence
MANY_PAGES = "The file has more pages than can be examined."
DAMAGED = "The file is damaged or not a PDF, so nobody can say what is in it."


def nothing() -> None:
    """Where nobody watches the time."""


def examine(
    content: bytes, most_pages: int = MOST_PAGES, before_step: Callable[[], None] = nothing
) -> Iterator[Said]:
    """Says, in this order: pages, each page's text and findings, the rest, done.

    `before_step` is called before each page and before each check of the whole document.
    """
    try:
        with opened(content) as drawn, open_pdf(content) as pdf:
            yield {"pages": len(drawn)}
            if len(drawn) > most_pages:
                yield _unreadable(f"{MANY_PAGES} The most is {most_pages}.")
            else:
                yield from _examined(drawn, Document(content, pdf), before_step)
    except (UnreadablePdfError, pikepdf.PasswordError) as error:
        password = isinstance(error, pikepdf.PasswordError) or error.needs_password
        yield _unreadable(NEEDS_PASSWORD if password else DAMAGED)
    except pikepdf.PdfError:
        yield _unreadable(DAMAGED)
    yield {"done": True}


def texts(content: bytes) -> Iterator[str]:
    """What each page says, without a look at how. Raises UnreadablePdfError."""
    with opened(content) as drawn:
        for page in drawn:
            yield text_of(page)
            page.close()


def _examined(
    drawn: pdfium.PdfDocument, document: Document, before_step: Callable[[], None]
) -> Iterator[Said]:
    before_step()
    for page in pages_of(drawn):
        document.texts.append(page.text)
        yield {"text": page.text}
        for page_check in PAGE_CHECKS:
            yield from map(_found, page_check(page))
        before_step()
    for check in DOCUMENT_CHECKS:
        before_step()
        yield from map(_found, check(document))
    yield {"other_text": other_texts(document)}


def _found(finding: Finding) -> Said:
    return {"finding": asdict(finding)}


def _unreadable(message: str) -> Said:
    return _found(Finding(Kind.UNREADABLE, Severity.CRITICAL, None, message))
