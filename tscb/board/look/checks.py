"""Whether people can read a page in these colours; refusing says how far off they are."""

from math import floor

from django.core.exceptions import ValidationError

from tscb.board.look.colours import HEX, WHITE, as_hex, contrast, darkened, stands_out
from tscb.board.look.shades import WARM, tint

FOR_WORDS = 4.5  # WCAG 2.2, 1.4.3
FOR_PARTS = 3.0  # WCAG 2.2, 1.4.11
FOCUS = "#ffdd00"


def check_colour(given: str) -> None:
    if not HEX.fullmatch(as_hex(given)):
        raise ValidationError(
            "Enter a colour as # and six digits or letters from a to f, like #0b4f5c."
        )


def check_main(main: str) -> None:
    """White words stand on it, and the yellow of the focus has to be seen on it."""
    told(main, [WHITE], "White words on {colour}")
    if contrast(main, FOCUS) < FOR_PARTS:  # follows from the first; said should a colour change
        raise ValidationError(f"The yellow of the focus is not seen on {main}.")


def check_links(link: str, main: str) -> None:
    """Links stand on white, on the tint of the main colour and on the band with the numbers."""
    told(link, [WHITE, tint(main), WARM], "Links in {colour}, where the page is tinted,")


def told(colour: str, grounds: list[str], who: str) -> None:
    if stands_out(colour, grounds, FOR_WORDS):
        return
    found = min(contrast(colour, ground) for ground in grounds)
    raise ValidationError(
        f"{who.format(colour=colour)} have a contrast of {floor(found * 10) / 10} to 1, and people "
        f"need {FOR_WORDS} to 1. The nearest colour that passes is "
        f"{darkened(colour, grounds, FOR_WORDS)}."
    )
