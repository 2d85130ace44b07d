"""Telephone numbers as people write them: checked leniently, kept as typed, dialled as digits."""

import re

from django.core.exceptions import ValidationError

WRITTEN = re.compile(r"[+(]?[0-9][0-9 ()-]*")
FEWEST_DIGITS, MOST_DIGITS = 3, 15


def check_number(number: str) -> None:
    """Takes 999, 101 and 0161 496 0000 alike; refuses only what no telephone could dial."""
    digits = re.sub(r"\D", "", number)
    if not WRITTEN.fullmatch(number.strip()) or not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise ValidationError(
            "Enter a telephone number of 3 to 15 digits, like 999 or 0161 496 0000", "number"
        )


def dialled(number: str) -> str:
    """What a `tel:` link dials: the digits alone, and a plus that stands before them."""
    if number.strip().startswith("+"):
        number = number.replace("(0)", "")
    return re.sub(r"[^0-9+]", "", number)
