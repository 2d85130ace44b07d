"""Text that is in the file but not to be seen on the page, whatever hides it."""

from collections.abc import Callable, Iterable, Iterator

from reviews.safety.findings import Finding, Kind, Severity, shortened
from reviews.safety.page import Page, Piece

DARK = 110  # a place darker than this is a black box
PAPER = 60  # ink that differs more than this from its place would be seen if nothing lay over it
SCANNED = 0.5  # a page with more of it under pictures is taken for a scan

COVERED = (
    "Text lies under a box, a picture or something else, or is as dark as its box. Whoever copies "
    "it can read it."
)
SCAN = "The picture is blacked out here, but the text layer behind the scan still has the words."
MARKED = "A mark or comment lies over the text. When it is taken away the text is there again."
WHITE = "Text is in the colour of what it stands on. Nobody sees it, but it can be copied."
UNSEEN = "Text is set to be invisible. Nobody sees it, but it can be copied."

Reason = tuple[Kind, Severity, str]


def hidden_text(page: Page) -> Iterator[Finding]:
    """Words with nothing to see in their place: one finding a run of words and a reason."""

    def reason(piece: Piece) -> Reason | None:
        return _reason(piece, scanned=page.pictured > SCANNED)

    for (kind, severity, message), words in _runs(page.pieces, reason):
        yield Finding(kind, severity, page.number, message, words)


def _reason(piece: Piece, *, scanned: bool) -> Reason | None:
    if piece.unseen_mode:
        return _reason_if_unseen(piece, scanned=scanned)
    if piece.hidden_by_marks:
        return Kind.COVERED_TEXT, Severity.CRITICAL, MARKED
    if not piece.hidden:
        return None
    shade = sum(piece.shades) // 2
    if shade < DARK or abs(piece.ink - shade) > PAPER:
        return Kind.COVERED_TEXT, Severity.CRITICAL, COVERED
    return Kind.INVISIBLE_TEXT, Severity.WARNING, WHITE


def _reason_if_unseen(piece: Piece, *, scanned: bool) -> Reason | None:
    """Such text stands over the letters of a scan. Elsewhere nobody can say what it is for."""
    if not scanned:
        return Kind.INVISIBLE_TEXT, Severity.WARNING, UNSEEN
    # A blank place in a scan is only a word that the reading machine put askew.
    if max(piece.shades) < DARK:
        return Kind.COVERED_TEXT, Severity.CRITICAL, SCAN
    return None


def off_page_text(page: Page) -> Iterator[Finding]:
    message = "Text stands outside the page. Nobody sees it, but it can be copied."
    found = [piece for piece in page.pieces if not piece.on_page]
    yield from _all_words(Kind.OFF_PAGE_TEXT, page, message, found)


def tiny_text(page: Page) -> Iterator[Finding]:
    message = "Text is too small to be read (less than 3 points)."
    found = [piece for piece in page.pieces if piece.tiny and piece.on_page]
    yield from _all_words(Kind.TINY_TEXT, page, message, found)


def _all_words(kind: Kind, page: Page, message: str, found: list[Piece]) -> Iterator[Finding]:
    if found:
        yield Finding(kind, Severity.WARNING, page.number, message, _words(found))


def _runs(
    pieces: list[Piece], reason: Callable[[Piece], Reason | None]
) -> Iterator[tuple[Reason, str]]:
    """Neighbouring pieces with the same reason, as the words that they belong to."""
    run: list[Piece] = []
    last: Reason | None = None
    for piece in pieces:
        why = reason(piece)
        if run and last and (why != last or piece.word_number > run[-1].word_number + 1):
            yield last, _words(run)
            run = []
        run, last = ([*run, piece], why) if why else ([], None)
    if run and last:
        yield last, _words(run)


def _words(pieces: Iterable[Piece]) -> str:
    words = {piece.word_number: piece.word for piece in pieces}
    return shortened(" ".join(words.values()))
