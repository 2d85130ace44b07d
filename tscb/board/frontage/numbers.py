"""Telephone numbers in what staff write: a page must not tell one that is not the board's."""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError

from tscb.board.calling.phone import dialled

DIGITS = re.compile(r"\+?\(?\d[\d ()–-]*\d")
TEL_LINK = re.compile(r"\(tel:([^)\s]+)\)")
# A short number is told from a year or a count by the word before it.
CALLED = re.compile(
    r"\b(?:call|dial|phone|ring|telephone|text)\s+(\d{3,6})\b(?![ -]?\d)", re.IGNORECASE
)
DAY = re.compile(r"\d{1,2}[-–]\d{1,2}[-–]\d{2,4}|\d{4}[-–]\d{1,2}[-–]\d{1,2}")
YEARS = re.compile(r"(?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d")
FEWEST_DIGITS = 6


def telephone_numbers(text: str) -> list[str]:
    """All that a reader would take for a number to call, as it is written."""
    long = [found.strip() for found in DIGITS.findall(text) if _looks_like_one(found.strip())]
    return [*long, *TEL_LINK.findall(text), *CALLED.findall(text)]


def same_number(number: str) -> str:
    """Numbers that reach the same telephone are the same here, however they are written."""
    return re.sub(r"^(?:\+|00)44", "0", dialled(number))


def check_numbers(text: str, known: Iterable[str]) -> None:
    """Raises ValidationError for a number that is not among those that are `known`."""
    ours = {same_number(number) for number in known}
    for number in telephone_numbers(text):
        if same_number(number) not in ours:
            raise ValidationError(
                f"{number} is not one of the board’s contact points. Enter it there first, or say "
                "it with a number that is there: a wrong number must never stand on the site."
            )


def _looks_like_one(found: str) -> bool:
    if DAY.fullmatch(found) or YEARS.fullmatch(found):
        return False
    return len(re.sub(r"\D", "", found)) >= FEWEST_DIGITS
