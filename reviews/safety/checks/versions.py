"""Earlier versions of the document that saving “on top” has left inside the file."""

import re
from collections.abc import Iterator

from reviews.safety.document import Document
from reviews.safety.findings import Finding, Kind, Severity, joined
from tscb.common.uploads.pdf_reading import UnreadablePdfError, opened

END = re.compile(rb"startxref\s+\d+\s+%%EOF")
HEAD = 1024  # bytes in which a file says that it was made for fast viewing
MOST = 3  # earlier versions that are read again


def earlier_versions(document: Document) -> Iterator[Finding]:
    ends = [match.end() for match in END.finditer(document.content)]
    if b"/Linearized" in document.content[:HEAD]:
        ends = ends[1:]  # made for fast viewing: the first part is no version of its own
    earlier = ends[:-1]
    if earlier:
        yield _finding(len(earlier), _lost_words(document, earlier[-MOST:]))


def _finding(count: int, lost: list[str]) -> Finding:
    many = "an earlier version" if count == 1 else f"{count} earlier versions"
    message = f"The file still holds {many} of itself. The public copy does not."
    if lost:
        message += " Words that were taken out later can be read there."
    return Finding(
        Kind.EARLIER_VERSION,
        Severity.WARNING,
        None,
        message,
        joined([" ".join(lost)]),
        cleaned=True,
    )


def _lost_words(document: Document, ends: list[int]) -> list[str]:
    """Words of earlier versions that the document no longer has, in their order."""
    words = [word for end in ends for word in _words(document.content[:end])]
    return [word for word in dict.fromkeys(words) if word not in document.words]


def _words(content: bytes) -> list[str]:
    try:
        with opened(content) as earlier:
            texts = []
            for page in earlier:
                textpage = page.get_textpage()
                texts.append(textpage.get_text_range())
                textpage.close()
                page.close()
            return " ".join(texts).split()
    except UnreadablePdfError:
        return []
