"""Abstract cover pictures for sample content: rings in the board's colours, no child or place."""

import hashlib
from io import BytesIO

from PIL import Image, ImageDraw

from tscb.common.publishing.covers import keep_cover
from tscb.common.publishing.models import Publishable
from tscb.common.uploads.images import make_sizes

WIDTH, HEIGHT = 960, 300
FINER = 2  # drawn larger and made smaller, for smooth edges
GROUND = (237, 243, 243)
COLOURS = ((11, 79, 92), (195, 213, 214), (224, 163, 60), (122, 163, 168))


def give_cover(item: Publishable) -> None:
    """Gives a sample item without a cover a picture of its own. It is mere decoration: no alt."""
    if not item.cover_sizes:
        keep_cover(item, make_sizes(picture(item.slug)))
        item.save(update_fields=["cover_sizes"])


def picture(word: str) -> BytesIO:
    """The same word gives the same picture."""
    chances = hashlib.sha256(word.encode()).digest()
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), GROUND)
    draw = ImageDraw.Draw(image)
    for number, colour in enumerate(COLOURS):
        _rings(draw, chances[number * 4 : number * 4 + 4], colour)
    output = BytesIO()
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(output, "PNG")
    output.seek(0)
    return output


def _rings(draw: ImageDraw.ImageDraw, chances: bytes, colour: tuple[int, int, int]) -> None:
    """One to three rings around a point; the four bytes say where, how large and how many."""
    x, y = chances[0] * WIDTH * FINER // 255, chances[1] * HEIGHT * FINER // 255
    largest = (60 + chances[2] // 2) * FINER
    for ring in range(1 + chances[3] % 3):
        radius = largest - ring * 26 * FINER
        draw.circle((x, y), radius, outline=colour, width=10 * FINER)
