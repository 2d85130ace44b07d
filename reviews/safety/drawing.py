"""The page drawn with its text and once more without: where nothing differs, no text is seen."""

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageChops

LARGEST_PICTURE = 4_000_000  # pixels
SCALE = 1.5  # pixels a point: enough for six point type
FLAT = 12  # of 256 shades: with less difference nothing can be read
SEEN = b"\xff"
LIMIT = [0] * FLAT + [255] * (256 - FLAT)

Box = tuple[int, int, int, int]


def scale_of(page: pdfium.PdfPage) -> float:
    """Pixels a point; less for posters."""
    area = max(page.get_width() * page.get_height(), 1)
    return min(SCALE, (LARGEST_PICTURE / area) ** 0.5)


class Drawing:
    """What a page looks like, and what of it is text. Leaves the page without its text."""

    def __init__(self, page: pdfium.PdfPage):
        self.page = _drawn(page, marks=False)
        marked = _drawn(page, marks=True) if raw.FPDFPage_GetAnnotCount(page) else None
        for text in list(page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,))):
            raw.FPDFPageObj_SetIsActive(text, False)
        ink = ImageChops.difference(self.page, _drawn(page, marks=False))
        self.seen = _seen(ink, self.page)
        self.seen_under_marks = _seen(ink, marked) if marked else None

    def hides(self, box: Box) -> bool:
        """Whether nothing of the text in the box can be seen."""
        return not self._any(self.seen, box)

    def marks_hide(self, box: Box) -> bool:
        return self.seen_under_marks is not None and not self._any(self.seen_under_marks, box)

    def _any(self, seen: bytes, box: Box) -> bool:
        left, top, right, bottom = box
        width = self.page.width
        rows = range(top * width, bottom * width, width)
        return any(seen.find(SEEN, row + left, row + right) >= 0 for row in rows)

    def shades(self, box: Box) -> tuple[int, int]:
        """The darkest and the brightest point of the box, 0 to 255."""
        points = self.page.crop(box).tobytes()
        return min(points), max(points)


def _seen(ink: Image.Image, page: Image.Image) -> bytes:
    """A byte a pixel: whether text changes it, and it differs from the pixel beside or above.

    The second condition finds letters under a box that is a letter itself.
    """
    across = ImageChops.difference(page, ImageChops.offset(page, 1, 0))
    down = ImageChops.difference(page, ImageChops.offset(page, 0, 1))
    edges = ImageChops.lighter(across, down)
    return ImageChops.darker(ink, edges).point(LIMIT).tobytes()


def _drawn(page: pdfium.PdfPage, *, marks: bool) -> Image.Image:
    bitmap = page.render(
        scale=scale_of(page), grayscale=True, draw_annots=marks, may_draw_forms=False
    )
    return bitmap.to_pil()
