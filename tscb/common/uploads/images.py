"""Makes the sizes of a picture that pages use. Nothing of the file from outside is kept: the
picture is decoded and encoded anew, so that camera data and places are gone.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from PIL import Image

from tscb.common.uploads.pictures import decoded, in_screen_colours

WIDTHS = (320, 640, 960)


@dataclass(frozen=True)
class ImageSize:
    """One size of a picture; `name` is its width and ending, such as `640.jpg`."""

    name: str
    width: int
    height: int
    content_type: str
    content: bytes


def make_sizes(file: IO[bytes], widths: Sequence[int] = WIDTHS) -> list[ImageSize]:
    """The picture at each width, smallest first, and never larger than it came.

    Opaque pictures become JPEG, transparent ones WebP. Raises ValidationError as check_image.
    """
    image = in_screen_colours(decoded(file, reduced_to=max(widths)))
    image.info.clear()  # Pillow would write comments of the old file into the new ones
    file.seek(0)
    wanted = sorted({min(width, image.width) for width in widths})
    return [_encoded(_narrowed(image, width)) for width in wanted]


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _encoded(image: Image.Image) -> ImageSize:
    output = io.BytesIO()
    if image.mode == "RGBA":
        image.save(output, "WEBP", quality=82, method=4)
        ending, content_type = "webp", "image/webp"
    else:
        image.save(output, "JPEG", quality=82, optimize=True, progressive=True)
        ending, content_type = "jpg", "image/jpeg"
    name = f"{image.width}.{ending}"
    return ImageSize(name, image.width, image.height, content_type, output.getvalue())
