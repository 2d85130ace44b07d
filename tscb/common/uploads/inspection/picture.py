"""A picture is decoded whole: JPEG, PNG or WebP; in a mail also what signatures are made of."""

import struct
import warnings
from typing import IO

from PIL import Image

from tscb.common.uploads.inspection.refusals import Refused

KEPT = ("JPEG", "PNG", "WEBP")
IN_MAIL = (*KEPT, "GIF", "BMP", "TIFF")
NAMES = {"MPO": "jpeg"}  # a JPEG with a second one in it, as telephones make them
BROKEN = (OSError, ValueError, SyntaxError, struct.error, EOFError, KeyError, TypeError, IndexError)

Image.MAX_IMAGE_PIXELS = None  # our own limit is looked at before anything is decoded
warnings.simplefilter("ignore")


def checked(file: IO[bytes], most_pixels: int, formats: tuple[str, ...] = KEPT) -> str:
    """The kind. A JPEG is decoded small: all of it is read, but little of it is held."""
    try:
        image = Image.open(file, formats=formats)
        if image.width * image.height > most_pixels:
            raise Refused("pixels", size=f"{image.width:,} by {image.height:,}")
        image.draft(None, (1, 1))
        image.load()
    except BROKEN:
        raise Refused("picture damaged") from None
    file.seek(0)
    kind = image.format or ""
    return NAMES.get(kind, kind.lower())
