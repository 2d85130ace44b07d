"""Examines a document: all checks, one after the other. Runs in the child process.

What is found is said at once, so that nothing is lost if the document ends the process.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any

import pikepdf

from reviews.safety.checks import DOCUMENT_CHECKS, PAGE_CHECKS
from reviews.safety.document import Document, open_pdf
from reviews.safety.findings import Finding, Kind, Severity
from reviews.safety.other_text import other_texts
from reviews.safety.page import pages_of
from tscb.common.uploads.pdf_child import allow_step
from tscb.common.uploads.pdf_reading import UnreadablePdfError, opened

STEP_SECONDS = 5  # of work: for one page, or for one check of the whole document
Said = dict[str, Any]

NEEDS_PASSWORD = "The file needs a password, so nobody can say what is in it."  # noqa: S105
DAMAGED = "The file is damaged or not a PDF, so nobody can say what is in it."


def examine(content: bytes) -> Iterator[Said]:
    """Says, in this order: pages, each page's text and findings, the rest, done."""
    try:
        with opened(content) as drawn, open_pdf(content) as pdf:
            yield {"pages": len(drawn)}
            document = Document(content, pdf)
            for page in _in_steps(pages_of(drawn)):
                document.texts.append(page.text)
                yield {"text": page.text}
                for check in PAGE_CHECKS:
                    yield from map(_found, check(page))
            yield from _whole(document)
    except (UnreadablePdfError, pikepdf.PasswordError) as error:
        password = isinstance(error, pikepdf.PasswordError) or error.needs_password
        yield _unreadable(NEEDS_PASSWORD if password else DAMAGED)
    except pikepdf.PdfError:
        yield _unreadable(DAMAGED)
    yield {"done": True}


def _whole(document: Document) -> Iterator[Said]:
    for check in _in_steps(iter(DOCUMENT_CHECKS)):
        yield from map(_found, check(document))
    yield {"other_text": other_texts(document)}


def _in_steps(things: Iterator[Any]) -> Iterator[Any]:
    """The same things, with a limit on the work until the next one."""
    with suppress(StopIteration):
        while True:
            allow_step(STEP_SECONDS)
            yield next(things)
    allow_step(STEP_SECONDS)


def _found(finding: Finding) -> Said:
    return {"finding": asdict(finding)}


def _unreadable(message: str) -> Said:
    return _found(Finding(Kind.UNREADABLE, Severity.CRITICAL, None, message))
