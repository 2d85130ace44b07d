"""A copy that is pictures alone: nothing can hide in it, and nobody can have it read aloud.

Runs in the child process. For documents whose source is lost and whose hidden words cannot be
taken out otherwise.
"""

import io

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from tscb.common.uploads.pdf_reading import opened

LARGEST_PICTURE = 4_000_000  # pixels
SCALE = 2.0  # pixels a point: 144 dots an inch
QUALITY = 80
LANGUAGE = "en-GB"


def flattened(content: bytes, title: str) -> bytes:
    """Every page drawn with its marks, as a JPEG on a page of the same size."""
    copy = pikepdf.new()
    with opened(content) as document:
        for page in document:
            width, height = page.get_size()
            scale = min(SCALE, (LARGEST_PICTURE / max(width * height, 1)) ** 0.5)
            picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
            _add(copy, picture, (width, height))
            page.close()
    copy.docinfo["/Title"] = title
    copy.Root["/Lang"] = LANGUAGE
    copy.Root["/ViewerPreferences"] = Dictionary(DisplayDocTitle=True)
    output = io.BytesIO()
    copy.save(output, linearize=True, deterministic_id=True)
    return output.getvalue()


def _add(copy: pikepdf.Pdf, picture: Image.Image, size: tuple[float, float]) -> None:
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=QUALITY)
    image = copy.make_stream(
        jpeg.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    copy.add_blank_page(page_size=size)
    page = copy.pages[-1]
    page.Resources = Dictionary(XObject=Dictionary(P=image))
    page.Contents = copy.make_stream(f"q {size[0]} 0 0 {size[1]} 0 0 cm /P Do Q".encode())
