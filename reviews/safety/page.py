"""A page as a reader sees it beside what its text says: the page is drawn, and for each piece of
text it is known whether there is anything to see in its place.

Looking at the picture finds hidden text whatever hides it: a box, a photo, the colour of the
paper, a clipping path. White words on a dark heading are seen, so they are no finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from reviews.safety.glyphs import Glyphs, Place

LARGEST_PICTURE = 4_000_000  # pixels
SCALE = 1.5  # pixels a point: enough for six point type
FLAT = 12  # of 256 shades: with less difference nothing can be read
UNSEEN_MODES = (3, 7)  # text render modes “neither fill nor stroke”


@dataclass(frozen=True, slots=True)
class Piece:
    """Up to three letters of a word, and the brightness of their place on the page."""

    word: str
    word_number: int
    on_page: bool
    tiny: bool
    unseen_mode: bool
    flat: bool
    flat_under_marks: bool  # comments and drawn marks lie over it
    brightness: int  # of the place
    ink: int  # of the letters


@dataclass(frozen=True, slots=True)
class Page:
    """One page, examined and then dropped."""

    number: int
    text: str
    pieces: list[Piece] = field(default_factory=list)
    pictured: float = 0  # the part of the page that pictures cover, if it matters


def pages_of(document: pdfium.PdfDocument) -> Iterator[Page]:
    for index in range(len(document)):
        page = document[index]
        try:
            yield _page(page, index + 1)
        finally:
            page.close()


def _page(page: pdfium.PdfPage, number: int) -> Page:
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        pieces = list(_pieces(page, Glyphs(textpage, page, _scale(page)))) if text.strip() else []
    finally:
        textpage.close()
    matters = not pieces or any(piece.unseen_mode for piece in pieces)
    return Page(number, text, pieces, _pictured(page) if matters else 0)


def _scale(page: pdfium.PdfPage) -> float:
    area = max(page.get_width() * page.get_height(), 1)
    return min(SCALE, (LARGEST_PICTURE / area) ** 0.5)


def _drawn(page: pdfium.PdfPage, *, marks: bool) -> Image.Image:
    bitmap = page.render(
        scale=_scale(page), grayscale=True, draw_annots=marks, may_draw_forms=False
    )
    return bitmap.to_pil()


def _pieces(page: pdfium.PdfPage, glyphs: Glyphs) -> Iterator[Piece]:
    picture = _drawn(page, marks=False)
    marked = _drawn(page, marks=True) if raw.FPDFPage_GetAnnotCount(page) else picture
    for number, (word, places) in enumerate(glyphs.words()):
        for place in places:
            yield _piece(picture, marked, glyphs, place, word, number)


def _piece(
    picture: Image.Image,
    marked: Image.Image,
    glyphs: Glyphs,
    place: Place,
    word: str,
    number: int,
) -> Piece:
    box = place.within(picture.size)
    darkest, brightest = picture.crop(box).getextrema() if box else (0, 255)
    flat = brightest - darkest < FLAT
    under = flat or _flat(marked.crop(box) if box and marked is not picture else None)
    return Piece(
        word=word,
        word_number=number,
        on_page=box is not None,
        tiny=glyphs.is_tiny(place),
        unseen_mode=glyphs.mode(place) in UNSEEN_MODES,
        flat=flat,
        flat_under_marks=under,
        brightness=(darkest + brightest) // 2,
        ink=glyphs.ink(place) if flat else 0,
    )


def _flat(region: Image.Image | None) -> bool:
    if region is None:
        return False
    darkest, brightest = region.getextrema()
    return brightest - darkest < FLAT


def _pictured(page: pdfium.PdfPage) -> float:
    area = max(page.get_width() * page.get_height(), 1)
    covered = 0.0
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = picture.get_bounds()
        covered += (right - left) * (top - bottom)
    return covered / area
