"""Decodes a picture from outside with bounded memory. Only JPEG, PNG and WebP are let in."""

import io
import struct
import warnings
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms, ImageOps

from tscb.common.uploads.kinds import HEAD, kind_of

FORMATS = ["JPEG", "PNG", "WEBP"]
BROKEN = (OSError, ValueError, SyntaxError, struct.error, EOFError, KeyError, TypeError)

# Far above our own limit, so for us it is a reason to refuse, not to warn.
warnings.simplefilter("error", Image.DecompressionBombWarning)


def decoded(file: IO[bytes], *, reduced_to: int) -> Image.Image:
    """The picture upright; a JPEG is decoded smaller, but not below `reduced_to` pixels.

    Raises ValidationError with a sentence for the person who chose the file.
    """
    image = _opened(file)
    try:
        image.draft(None, (reduced_to, reduced_to))
        image.load()
        return ImageOps.exif_transpose(image)
    except BROKEN:
        raise _broken() from None


def _opened(file: IO[bytes]) -> Image.Image:
    file.seek(0)
    try:
        image = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except BROKEN:
        raise _wrong_kind(file) from None
    if image.width * image.height > settings.UPLOAD_MAX_IMAGE_PIXELS:
        raise _too_many_pixels(image)
    return image


def in_screen_colours(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where something is transparent, in the colours that screens expect."""
    transparent = image.has_transparency_data
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        image = _to_srgb(image, profile)
    return image.convert("RGBA" if transparent else "RGB")


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(
            image, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken profile: the plain colours are near enough
    return changed or image


def _wrong_kind(file: IO[bytes]) -> ValidationError:
    file.seek(0)
    kind = kind_of(file.read(HEAD))
    if kind in ("a JPEG picture", "a PNG picture"):
        return _broken()
    return ValidationError(
        f"This file is {kind}, not a picture that we can take. Choose a JPEG, PNG or WebP picture.",
        code="kind",
    )


def _broken() -> ValidationError:
    return ValidationError(
        "This picture is damaged or not complete. Save it again and choose the new file.",
        code="damaged",
    )


def _too_many_pixels(image: Image.Image | None = None) -> ValidationError:
    size = f"is {image.width:,} by {image.height:,} pixels" if image else "has too many pixels"
    millions = settings.UPLOAD_MAX_IMAGE_PIXELS // 1_000_000
    return ValidationError(
        f"This picture {size}. The most that we can take is {millions} million pixels in all. "
        "Save a smaller copy and choose that file.",
        code="pixels",
    )
