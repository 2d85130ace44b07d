"""The QR code on the printed page, read back from the page as a camera sees it."""

import pypdfium2
import pytest
from PIL import Image

from briefings.sheet import make
from briefings.sheet.code import QUIET, matrix_of
from tests.unit.briefings.sheet.examples import content

SCALE = 10  # pixels a point
MARGIN, SIDE = (millimetres / 25.4 * 72 * SCALE for millimetres in (12.5, 24))
SHORT = "https://board.example/briefings/seeing-the-child/"
LONG = "https://www.tamesidesafeguardingchildren.org.uk/briefings/" + "a" * 100 + "/"


def corner(page: bytes) -> Image.Image:
    """The right upper corner of the page, below the coloured band: black or white."""
    document = pypdfium2.PdfDocument(page)
    picture = document[0].render(scale=SCALE).to_pil().convert("L").point(lambda v: v > 128 and 255)
    document.close()
    right = int(picture.width - MARGIN)
    column = picture.crop((int(right - SIDE), 0, right, picture.height // 4))
    band = next(y for y in range(column.height) if column.getpixel((3, y)))
    return column.crop((0, band, column.width, int(band + SIDE * 1.2)))


def read(picture: Image.Image, modules: int) -> list[list[bool]]:
    """Each module by its middle, between the three squares by which a camera finds it."""
    left, top, right, bottom = dark_part(picture)
    assert abs((right - left) - (bottom - top)) < 3
    side = (right - left) / modules
    places = [int((number + 0.5) * side) for number in range(modules)]
    return [[not picture.getpixel((left + x, top + y)) for x in places] for y in places]


def dark_part(picture: Image.Image) -> tuple[int, int, int, int]:
    found = picture.point(lambda value: 255 - value).getbbox()
    assert found
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("address", [SHORT, LONG])
def test_the_page_shows_the_code_of_its_address(address):
    matrix = matrix_of(address)
    assert read(corner(make(content(address=address))), len(matrix)) == matrix


@pytest.mark.django_db
def test_the_code_of_another_address_is_another():
    matrix = matrix_of(SHORT)
    other = make(content(address=SHORT.replace("seeing", "asking")))
    assert read(corner(other), len(matrix)) != matrix


@pytest.mark.django_db
@pytest.mark.parametrize("address", [SHORT, LONG])
def test_it_can_be_found_and_is_large_enough_for_a_telephone(address):
    modules = len(matrix_of(address))
    left, _, right, _ = dark_part(corner(make(content(address=address))))
    side = (right - left) / modules
    assert left >= (QUIET - 0.2) * side
    assert side / SCALE / 72 * 25.4 >= 0.33
