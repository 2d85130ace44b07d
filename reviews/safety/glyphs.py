"""Words of a page and the places of their letters, in pixels of the drawn page."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pypdfium2 as pdfium
import pypdfium2.raw as raw

TOGETHER = 3  # letters in one place: fewer could be a solid shape, more could miss a short name
CORE = 0.2  # left out above and below letters, where a covering box may be a little too small
FINE = 64  # PDFium gives whole pixels: ask for a larger page to know fractions
TINY_POINTS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where some letters stand; the first letter's number, the box in pixels, height in points."""

    first: int
    left: float
    top: float
    right: float
    bottom: float
    height: float
    upright: bool = True  # its lines run across the picture, not up or down it

    def within(
        self, size: tuple[int, int], without: float = CORE
    ) -> tuple[int, int, int, int] | None:
        """The box without its edges, as whole pixels of the page; None if it is off the page."""
        beside, above = 0.0, (self.bottom - self.top) * without
        if not self.upright:
            beside, above = (self.right - self.left) * without, 0.0
        left, right = max(0, int(self.left + beside)), min(size[0], int(self.right - beside) + 1)
        top = max(0, int(self.top + above))
        bottom = min(size[1], int(self.bottom - above) + 1)
        return (left, top, right, bottom) if left < right and top < bottom else None


class Glyphs:
    """What PDFium knows of the letters of one page."""

    def __init__(self, textpage: pdfium.PdfTextPage, page: pdfium.PdfPage, scale: float):
        self.textpage = textpage
        self.page = page
        self.scale = scale
        self._edges = tuple(ctypes.c_double() for _ in range(4))

    def words(self) -> Iterator[tuple[str, list[Place]]]:
        """Each word with letters or digits in it, with the places of its parts."""
        letters: list[tuple[int, str]] = []
        for index in range(self.textpage.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(self.textpage, index))
            if letter.isalnum():
                letters.append((index, letter))
            elif letter.isspace() or letter == "\x02":
                yield from self._word(letters)
                letters = []
        yield from self._word(letters)

    def _word(self, letters: list[tuple[int, str]]) -> Iterator[tuple[str, list[Place]]]:
        if not letters:
            return
        starts = list(range(0, len(letters) - TOGETHER + 1, TOGETHER)) or [0]
        if len(letters) % TOGETHER and len(letters) > TOGETHER:
            starts.append(len(letters) - TOGETHER)
        ends = [min(at + TOGETHER, len(letters)) - 1 for at in starts]
        places = [
            self.place(letters[start][0], letters[end][0])
            for start, end in zip(starts, ends, strict=True)
        ]
        yield "".join(letter for _, letter in letters), places

    def place(self, first: int, last: int) -> Place:
        """The place from one letter to another; between them it takes no call for each letter."""
        left, right, bottom, top = self._box(first)
        if last != first:
            other = self._box(last)
            left, right = min(left, other[0]), max(right, other[1])
            bottom, top = min(bottom, other[2]), max(top, other[3])
        x1, y1 = self._pixel(left, bottom)
        x2, y2 = self._pixel(right, top)
        # One letter alone, such as an I, can be a solid shape: look at what is beside it, too.
        more = 1.5 if first == last else 0
        upright = self._is_upright(first)
        beside, above = (more, 0) if upright else (0, more)
        return Place(
            first,
            min(x1, x2) - beside,
            min(y1, y2) - above,
            max(x1, x2) + beside,
            max(y1, y2) + above,
            top - bottom,
            upright,
        )

    def _is_upright(self, index: int) -> bool:
        """The page may be turned, and words on it; pages with wide tables often are."""
        angle = raw.FPDFText_GetCharAngle(self.textpage, index)
        _, (xx, xy), (yx, yy) = self._directions
        across, down = math.cos(angle), math.sin(angle)
        return abs(xx * across + yx * down) >= abs(xy * across + yy * down)

    def lines(self, text: str, start: int, end: int) -> Iterator[Place]:
        """Where a part of the page's text stands, a place for each of its lines."""
        first, last = self._letter(text, start), self._letter(text, end)
        for number in range(self.textpage.count_rects(first, last - first)):
            left, bottom, right, top = self.textpage.get_rect(number)
            x1, y1 = self._pixel(left, bottom)
            x2, y2 = self._pixel(right, top)
            edges = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            yield Place(first, *edges, top - bottom)

    def _letter(self, text: str, at: int) -> int:
        """PDFium's number of a letter; it counts half a letter where Python counts a whole one,
        and letters that the text leaves out."""
        halves = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
        number = raw.FPDFText_GetCharIndexFromTextIndex(self.textpage, halves)
        return number if number >= 0 else self.textpage.count_chars()

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """Left, right, bottom, top of a letter, in points of the page."""
        left, right, bottom, top = self._edges
        raw.FPDFText_GetCharBox(self.textpage, index, left, right, bottom, top)
        return left.value, right.value, bottom.value, top.value

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        (x0, y0), (xx, xy), (yx, yy) = self._directions
        return x0 + x * xx + y * yx, y0 + x * xy + y * yy

    @cached_property
    def _directions(self) -> tuple[tuple[float, float], ...]:
        """Where the page's origin and its two axes lie in the picture (pages may be turned)."""
        x0, y0 = self._device(0, 0)
        right, up = self._device(1000, 0), self._device(0, 1000)
        along = ((right[0] - x0) / 1000, (right[1] - y0) / 1000)
        return (x0, y0), along, ((up[0] - x0) / 1000, (up[1] - y0) / 1000)

    def _device(self, x: float, y: float) -> tuple[float, float]:
        width = round(self.page.get_width() * self.scale * FINE)
        height = round(self.page.get_height() * self.scale * FINE)
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self.page, 0, 0, width, height, 0, x, y, across, down)
        return across.value / FINE, down.value / FINE

    def is_tiny(self, place: Place) -> bool:
        if place.height >= TINY_POINTS:
            return False
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self.textpage, place.first, box)
        return max(abs(box.top - box.bottom), abs(box.right - box.left)) < TINY_POINTS

    def mode(self, place: Place) -> int:
        letters = raw.FPDFText_GetTextObject(self.textpage, place.first)
        return raw.FPDFTextObj_GetTextRenderMode(letters) if letters else 0

    def ink(self, place: Place) -> int:
        """Brightness of the letters' colour, 0 to 255; 255 where they have none."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(self.textpage, place.first, red, green, blue, alpha)
        if not alpha.value:
            return 255
        return (red.value * 299 + green.value * 587 + blue.value * 114) // 1000
