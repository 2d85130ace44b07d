"""A logo from outside: decoded, made small and encoded anew. Nothing else of the file stays.

SVG is refused with the other kinds that are no picture of dots: it can hold scripts and links.
"""

import io
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from tscb.board.look.look import LOGO_SHOWN
from tscb.common.uploads.pictures import decoded, in_screen_colours
from tscb.common.uploads.storage import RandomNameIn, private_storage

FINE = 2  # dots a pixel of a style sheet
LEAST = 32
name_for = RandomNameIn("look")


@dataclass(frozen=True)
class Logo:
    content: bytes
    width: int
    height: int


def read_logo(file: IO[bytes]) -> Logo:
    """Raises ValidationError with a sentence for the person who chose the file."""
    widest, highest = (FINE * side for side in LOGO_SHOWN)
    image = in_screen_colours(decoded(file, reduced_to=widest))
    if min(image.size) < LEAST:
        raise ValidationError(
            f"This logo is {image.width} by {image.height} pixels and would look coarse. Choose a "
            f"picture of at least {LEAST} by {LEAST}."
        )
    image.info.clear()
    image.thumbnail((widest, highest), Image.Resampling.LANCZOS)
    output = io.BytesIO()
    image.save(output, "png", optimize=True)
    return Logo(output.getvalue(), image.width, image.height)


def keep_logo(logo: Logo) -> str:
    """Gives the name of the file. Earlier ones stay: a version that comes back brings its own."""
    return private_storage().save(name_for(None, "logo.png"), ContentFile(logo.content))
