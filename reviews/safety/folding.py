"""Words as they are compared: without case, accents, apostrophes and possessives."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’‘`´ʼ](?:[^\W_][\u0300-\u036f]*)+)*['’]?")
POSSESSIVE = re.compile(r"['’‘`´ʼ]s?$", re.IGNORECASE)
APOSTROPHE = re.compile(r"['’‘`´ʼ]")
# A hyphen, also one that breaks a line or that PDFium puts where a line was broken.
HYPHEN = re.compile(r"[-‐‑‒–\xad\x02\ufffe]\s*")
UNFOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True)
class Word:
    """A word of a text, or two `joined` where a hyphen stands between them."""

    text: str
    start: int
    end: int
    capital: bool  # or nobody can say, as in an address in small letters
    joined: bool = False


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(UNFOLDED))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def words_of(text: str) -> list[Word]:
    no_capitals = text == text.lower()
    words = [
        Word(_plain(match.group()), *match.span(), no_capitals or match.group()[0].isupper())
        for match in WORD.finditer(text)
    ]
    return words + [
        Word(first.text + second.text, first.start, second.end, first.capital, joined=True)
        for first, second in pairwise(words)
        if HYPHEN.fullmatch(text, first.end, second.start)
    ]


def _plain(word: str) -> str:
    return folded(APOSTROPHE.sub("", POSSESSIVE.sub("", word)))


def edit_distance_is_one(one: str, other: str) -> bool:
    """Whether one letter was left out, put in, or written wrongly, or two changed places."""
    short, long = sorted((one, other), key=len)
    if short == long or len(long) - len(short) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]
