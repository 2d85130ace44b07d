"""A page as a reader sees it beside what its text says: for each piece of text it is known whether
there is anything of it to see.

That is told by what the page looks like (drawing.py), so it does not matter what hides the text:
a box, a photo, the colour of the paper, a clipping path. White words on a dark heading are seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from reviews.safety.drawing import Box, Drawing, scale_of
from reviews.safety.glyphs import Glyphs, Place

UNSEEN_MODES = (3, 7)  # text render modes “neither fill nor stroke”


@dataclass(frozen=True, slots=True)
class Piece:
    """Up to three letters of a word that are not plainly to be seen."""

    word: str
    word_number: int
    on_page: bool
    tiny: bool
    hidden: bool
    hidden_by_marks: bool  # under comments or drawn marks, though not under the page itself
    unseen_mode: bool = False
    shades: tuple[int, int] = (0, 255)  # the darkest and brightest point of its place
    ink: int = 0  # brightness of the letters
    box: Box | None = None  # in pixels of the drawn page, if it is on it


@dataclass(frozen=True, slots=True)
class Page:
    """One page, examined and then dropped. `pieces` are those that need a check."""

    number: int
    text: str
    pieces: list[Piece] = field(default_factory=list)
    pictured: float = 0  # the part of the page that pictures cover, if it matters


def pages_of(document: pdfium.PdfDocument) -> Iterator[Page]:
    for index in range(len(document)):
        page = document[index]
        try:
            yield examined(page, index + 1)
        finally:
            page.close()


def text_of(page: pdfium.PdfPage) -> str:
    textpage = page.get_textpage()
    try:
        return textpage.get_text_range()
    finally:
        textpage.close()


def examined(page: pdfium.PdfPage, number: int) -> Page:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        pieces = list(_pieces(page, textpage)) if text.strip() else []
    finally:
        textpage.close()
    matters = not text.strip() or any(piece.unseen_mode for piece in pieces)
    return Page(number, text, pieces, _pictured(page) if matters else 0)


def _pieces(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Iterator[Piece]:
    glyphs = Glyphs(textpage, page, scale_of(page))
    drawing = Drawing(page)
    for number, (word, places) in enumerate(glyphs.words()):
        for place in places:
            piece = _piece(drawing, glyphs, place, word, number)
            if piece is not None:
                yield piece


def _piece(drawing: Drawing, glyphs: Glyphs, place: Place, word: str, number: int) -> Piece | None:
    box, tiny = place.within(drawing.page.size), glyphs.is_tiny(place)
    if box is None:
        return Piece(word, number, False, tiny, False, False)
    hidden, by_marks = drawing.hides(box), drawing.marks_hide(box)
    if not hidden:
        harmless = not (tiny or by_marks)
        return None if harmless else Piece(word, number, True, tiny, False, by_marks, box=box)
    unseen = glyphs.mode(place) in UNSEEN_MODES
    shades, ink = drawing.shades(box), glyphs.ink(place)
    return Piece(word, number, True, tiny, True, False, unseen, shades, ink, box)


def _pictured(page: pdfium.PdfPage) -> float:
    area = max(page.get_width() * page.get_height(), 1)
    covered = 0.0
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = picture.get_bounds()
        covered += (right - left) * (top - bottom)
    return covered / area
