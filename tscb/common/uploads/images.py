"""Makes the sizes of a picture that pages use. Nothing of the file from outside is kept: the
picture is decoded and encoded anew, so that camera data and places are gone.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

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

    Each width is made twice: as AVIF, which has half the bytes, and after it for every browser as
    JPEG, or as WebP where something is transparent. Raises ValidationError as check_image.
    """
    image = in_screen_colours(decoded(file, reduced_to=max(widths)))
    image.info.clear()  # Pillow would write comments of the old file into the new ones
    file.seek(0)
    wanted = sorted({min(width, image.width) for width in widths})
    narrowed = [_narrowed(image, width) for width in wanted]
    return [made for one in narrowed for made in (_modern(one), _for_all(one))]


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _modern(image: Image.Image) -> ImageSize:
    return _encoded(image, "avif", quality=62, speed=8)


def _for_all(image: Image.Image) -> ImageSize:
    if image.mode == "RGBA":
        return _encoded(image, "webp", quality=82, method=4)
    return _encoded(image, "jpeg", quality=82, optimize=True, progressive=True)


def _encoded(image: Image.Image, kind: str, **options: Any) -> ImageSize:
    output = io.BytesIO()
    image.save(output, kind, **options)
    name = f"{image.width}.{kind.replace('jpeg', 'jpg')}"
    return ImageSize(name, image.width, image.height, f"image/{kind}", output.getvalue())
