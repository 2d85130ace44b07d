"""A page as a picture, with the places of findings marked. Runs in the child process."""

import io
from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from reviews.safety.checks.patterns import details_in
from reviews.safety.drawing import Box, scale_of
from reviews.safety.glyphs import Glyphs
from reviews.safety.page import examined
from tscb.common.uploads.pdf_reading import opened

MARK = (213, 0, 0)
ROOM = 3  # pixels between a finding and its frame


def page_picture(content: bytes, number: int, places: Iterable[tuple[int, int]] = ()) -> bytes:
    """PNG of the page that counts from 1. Raises UnreadablePdfError, or IndexError for no page."""
    with opened(content) as document:
        page = document[number - 1]
        try:
            return _drawn(page, number, places)
        finally:
            page.close()


def _drawn(page: pdfium.PdfPage, number: int, places: Iterable[tuple[int, int]]) -> bytes:
    picture = page.render(scale=scale_of(page), may_draw_forms=False).to_pil().convert("RGB")
    seen = [*_of_details(page, picture.size), *_of_places(page, picture.size, places)]
    for box in [*seen, *_of_hidden_words(page, number)]:
        _frame(picture, box)
    output = io.BytesIO()
    picture.save(output, "PNG")
    return output.getvalue()


def _frame(picture: Image.Image, box: Box) -> None:
    left, top, right, bottom = box
    around = (left - ROOM, top - ROOM, right + ROOM, bottom + ROOM)
    ImageDraw.Draw(picture).rectangle(around, outline=MARK, width=2)


def _of_details(page: pdfium.PdfPage, size: tuple[int, int]) -> Iterator[Box]:
    textpage = page.get_textpage()
    glyphs = Glyphs(textpage, page, scale_of(page))
    for _, details in details_in(textpage.get_text_range()):
        for detail in details:
            place = textpage.search(detail, match_case=True).get_next()
            if place:
                first, count = place
                box = glyphs.place(first, first + count - 1).within(size)
                yield from [box] if box else []
    textpage.close()


def _of_places(
    page: pdfium.PdfPage, size: tuple[int, int], places: Iterable[tuple[int, int]]
) -> Iterator[Box]:
    """A name that is broken over two lines has a frame on each."""
    textpage = page.get_textpage()
    glyphs = Glyphs(textpage, page, scale_of(page))
    text = textpage.get_text_range()
    for start, end in places:
        boxes = (place.within(size, without=0) for place in glyphs.lines(text, start, end))
        yield from (box for box in boxes if box)
    textpage.close()


def _of_hidden_words(page: pdfium.PdfPage, number: int) -> Iterator[Box]:
    """Comes last: it takes the text off the page."""
    return (piece.box for piece in examined(page, number).pieces if piece.box)
