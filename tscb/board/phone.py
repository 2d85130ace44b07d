"""Telephone numbers as people write them: checked leniently, kept as typed, dialled as digits."""

import re

from django.core.exceptions import ValidationError

WRITTEN = re.compile(r"[+(]?[0-9][0-9 ()-]*")
FEWEST_DIGITS, MOST_DIGITS = 3, 15
UNITED_KINGDOM = "+44"


def check_number(number: str) -> None:
    """Takes 999, 101 and 0161 342 4101 alike; refuses only what no telephone could dial."""
    digits = re.sub(r"\D", "", number)
    if not WRITTEN.fullmatch(number.strip()) or not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        raise ValidationError(
            "Enter a telephone number of 3 to 15 digits, like 999 or 0161 342 4101", "number"
        )


def dialled(number: str) -> str:
    """The number for a `tel:` link: short codes as they are, long ones so that any phone dials."""
    digits = re.sub(r"[^0-9+]", "", number.replace("(0)", ""))
    if digits.startswith("0") and len(digits) >= 10:
        return UNITED_KINGDOM + digits[1:]
    return digits
