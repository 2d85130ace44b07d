"""The look of the site: sums with colours, what is refused, and the files that are made of it."""

import io

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tscb.board.defaults import NAMES
from tscb.board.look.checks import (
    FOCUS,
    FOR_PARTS,
    FOR_WORDS,
    check_colour,
    check_links,
    check_main,
)
from tscb.board.look.colours import WHITE, as_hex, contrast, darkened, mixed
from tscb.board.look.logo import read_logo
from tscb.board.look.look import Look
from tscb.board.look.shades import WARM, dark, pressed, tint
from tscb.board.site_facts import default_facts

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
MAIN, LINK = NAMES["main_colour"], NAMES["link_colour"]


def passes(check, *colours) -> bool:
    try:
        check(*colours)
    except ValidationError:
        return False
    return True


def test_contrast_is_that_of_the_guidelines():
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast("#767676", WHITE) > FOR_WORDS


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("0B4F5C", "#0b4f5c"), (" #0b4f5c ", "#0b4f5c"), ("#abc", "#aabbcc"), ("red", "#red")],
)
def test_colours_are_written_in_one_way(typed, kept):
    assert as_hex(typed) == kept


@pytest.mark.parametrize("typed", ["red", "", "#12345", "#0b4f5c;}", "#gggggg"])
def test_what_is_no_colour_is_refused(typed):
    with pytest.raises(ValidationError, match="like #0b4f5c"):
        check_colour(typed)


def test_first_colours_pass():
    check_main(MAIN)
    check_links(LINK, MAIN)


def test_refusal_names_the_contrast_and_a_colour_that_passes():
    with pytest.raises(ValidationError) as refused:
        check_main("#777777")
    assert "contrast of 4.4 to 1, and people need 4.5 to 1" in refused.value.messages[0]
    check_main(refused.value.messages[0].rstrip(".").split()[-1])


@given(colours)
def test_nearest_shade_passes_and_is_the_colour_itself_where_that_does(colour):
    nearest = darkened(colour, [WHITE], FOR_WORDS)
    assert passes(check_main, nearest)
    assert (nearest == colour) == passes(check_main, colour)


@given(colours, colours)
def test_whatever_is_let_in_can_be_read_wherever_it_stands(main, link):
    main = darkened(main, [WHITE], FOR_WORDS)
    link = darkened(link, [WHITE, tint(main), WARM], FOR_WORDS)
    check_links(link, main)
    assert contrast(main, FOCUS) >= FOR_PARTS
    assert min(contrast(shade(main), WHITE) for shade in (pressed, dark)) >= FOR_WORDS
    assert contrast(dark(main), WARM) >= FOR_WORDS


def test_addresses_change_with_what_they_hold():
    looks = [
        Look(MAIN, LINK),
        Look("#123456", LINK),
        Look(MAIN, "#123456"),
        Look(MAIN, LINK, letters="N"),
        Look(MAIN, LINK, logo="look/a.png"),
    ]
    assert len({look.sheet_address for look in looks}) == len(looks)
    assert looks[0].sheet_address == Look(MAIN, LINK).sheet_address


def test_style_sheet_and_icon_hold_the_colours():
    look = Look("#5b2a86", "#4c2a86", letters="<N")
    assert "--govuk-brand-colour: #5b2a86;" in look.colours
    assert "--govuk-link-colour: #4c2a86;" in look.colours
    assert 'fill="#5b2a86"' in look.icon
    assert "&lt;N" in look.icon


def test_what_is_no_colour_never_reaches_a_style_sheet():
    facts = default_facts()
    object.__setattr__(facts, "main_colour", "#fff;} body{display:none")
    assert facts.look.main == MAIN


@pytest.mark.parametrize(
    ("kept", "shown"), [((480, 100), (240, 50)), ((100, 144), (50, 72)), ((40, 40), (40, 40))]
)
def test_logo_keeps_its_shape_and_is_never_blown_up(kept, shown):
    look = Look(MAIN, LINK, logo="l", logo_width=kept[0], logo_height=kept[1])
    assert look.logo_size == shown


def picture(size, mode="RGBA", kind="png"):
    file = io.BytesIO()
    Image.new(mode, size, "red").save(
        file, kind, **({"exif": b"Exif\0\0camera"} if kind == "jpeg" else {})
    )
    file.seek(0)
    return file


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_logo_is_made_anew_and_small(kind):
    logo = read_logo(picture((2000, 500), "RGB", kind))
    assert (logo.width, logo.height) == (480, 120)
    assert logo.content.startswith(b"\x89PNG")
    assert b"camera" not in logo.content


def test_transparent_logo_stays_transparent():
    assert Image.open(io.BytesIO(read_logo(picture((64, 64))).content)).mode == "RGBA"


def test_coarse_logo_and_drawings_with_scripts_are_refused():
    with pytest.raises(ValidationError, match="31 by 31 pixels"):
        read_logo(picture((31, 31)))
    with pytest.raises(ValidationError, match="JPEG, PNG or WebP"):
        read_logo(io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"))


def test_colours_mix():
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
