"""Finds what a referral says of a person in any text: names, addresses, schools and dates.

Knows nothing of referrals or documents: it compares `Known` values with texts and never repeats
them; a hit says what kind of answer was found and where.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reviews.safety.folding import Word, edit_distance_is_one, words_of
from reviews.safety.name_dates import dates_in

SHORTEST_TO_MISSPELL = 5
SHORTEST_NAME = 2
SHORTEST_NUMBER = 6
SHORT_NAME = 3  # up to here a word in small letters is another word: “do”, “lee”
# Names that are ordinary words too: alone they are no proof, so a person decides.
ORDINARY = frozenset(Path(__file__).with_name("ordinary_names.txt").read_text().split())
HOUSE_NUMBER = re.compile(r"^\d+[a-z]?$")
POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b", re.IGNORECASE)
SHORT_WORDS = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "cl": "close", "ln": "lane",
    "dr": "drive", "ct": "court", "cres": "crescent", "pl": "place", "gr": "grove", "sq": "square",
}  # fmt: skip
SCHOOL_WORDS = {"school", "academy", "college", "nursery", "primary", "high", "the", "infant"}
NEAR = 40  # characters between initials and a date that belong together


class Sort(StrEnum):
    """How a value is looked for."""

    NAME = "name"  # each part of it by itself
    FULL_NAME = "full name"  # its parts together alone: of professionals
    ADDRESS = "address"
    SCHOOL = "school"
    DATE = "date"
    NUMBER = "number"  # its figures, however they are grouped
    INITIALS = "initials"


@dataclass(frozen=True)
class Known:
    """A value that must not become public; `what` names the kind of answer, for staff."""

    what: str
    sort: Sort
    value: str = field(repr=False)  # never in a log


@dataclass(frozen=True)
class Hit:
    """`sure` is False for a near spelling, and for a name that is an ordinary word too."""

    what: str
    start: int
    end: int
    line: int
    sure: bool = True
    near: bool = False


def hits(text: str, known: Iterable[Known]) -> list[Hit]:
    """Where the text holds what is known, in order; each place once, the surest reading of it."""
    words = words_of(text)
    found: dict[tuple[int, int], Hit] = {}
    for one in known:
        for start, end, sure, near in FINDERS[one.sort](text, words, one.value):
            hit = Hit(one.what, start, end, text.count("\n", 0, start) + 1, sure, near)
            earlier = found.get((start, end))
            if earlier is None or (sure and not earlier.sure):
                found[start, end] = hit
    return sorted(found.values(), key=lambda hit: (hit.start, hit.end))


def without(text: str, known: Iterable[Known]) -> str:
    """The text with a bar for each hit, so that it can be kept."""
    for hit in reversed(hits(text, known)):
        text = f"{text[: hit.start]}█{text[hit.end :]}"
    return text


Found = Iterator[tuple[int, int, bool, bool]]


def _names(text: str, words: list[Word], value: str) -> Found:
    """Of an answer such as “Bobby, called Bob” only what is written like a name."""
    named = [word for word in words_of(value) if word.capital]
    parts = {word.text for word in named if len(word.text) >= SHORTEST_NAME}
    for word in words:
        for part in parts:
            if word.text in (part, f"{part}s"):
                if word.capital or len(part) > SHORT_NAME:
                    yield word.start, word.end, part not in ORDINARY, False
            elif _is_near(word, part):
                yield word.start, word.end, False, True
    whole = [word.text for word in named if not word.joined]
    if len(whole) > 1:
        yield from _sequences(words, whole)


def _is_near(word: Word, part: str) -> bool:
    """A misspelt name is still written like a name: in small letters it is another word."""
    long_enough = len(part) >= SHORTEST_TO_MISSPELL and part not in ORDINARY
    return long_enough and word.capital and edit_distance_is_one(word.text, part)


def _full_names(text: str, words: list[Word], value: str) -> Found:
    parts = [word.text for word in words_of(value) if not word.joined]
    if len(parts) > 1:
        yield from _sequences(words, [parts[0], parts[-1]])
        yield from _sequences(words, [parts[-1], parts[0]])


def _addresses(text: str, words: list[Word], value: str) -> Found:
    for start, end in _postcodes(text, value):
        yield start, end, True, False
    for line in re.split(r"[,\n;]", POSTCODE.sub(" ", value)):
        parts = [word.text for word in words_of(line) if not word.joined]
        street = [part for part in parts if not HOUSE_NUMBER.match(part)]
        # A place of one word is a town, which many people share.
        if len(street) > 1:
            yield from _sequences(words, street)


def _postcodes(text: str, value: str) -> Iterator[tuple[int, int]]:
    wanted = {"".join(code).lower() for code in POSTCODE.findall(value)}
    for match in POSTCODE.finditer(text):
        if "".join(match.groups()).lower() in wanted:
            yield match.span()


def _schools(text: str, words: list[Word], value: str) -> Found:
    parts = [word.text for word in words_of(value) if not word.joined]
    own = [part for part in parts if part not in SCHOOL_WORDS]
    while len(parts) > max(2, len(own)) and parts[-1] in SCHOOL_WORDS:
        parts.pop()
    if own and len(parts) > 1:
        yield from _sequences(words, parts)


def _sequences(words: list[Word], wanted: list[str]) -> Found:
    """The words one after the other, with whatever stands between them but words."""
    wanted = [SHORT_WORDS.get(word, word) for word in wanted]
    plain = [SHORT_WORDS.get(word.text, word.text) for word in words if not word.joined]
    places = [word for word in words if not word.joined]
    for at in range(len(plain) - len(wanted) + 1):
        if plain[at : at + len(wanted)] == wanted:
            yield places[at].start, places[at + len(wanted) - 1].end, True, False


def _dates(text: str, words: list[Word], value: str) -> Found:
    for start, end, day in dates_in(text):
        if day == value:
            yield start, end, True, False


def _numbers(text: str, words: list[Word], value: str) -> Found:
    figures = re.sub(r"\D", "", value)
    if len(figures) >= SHORTEST_NUMBER:
        grouped = r"[ \xa0.-]?".join(figures)
        for match in re.finditer(rf"(?<!\d){grouped}(?!\d)", text):
            yield match.start(), match.end(), True, False


def _initials(text: str, words: list[Word], value: str) -> Found:
    """The letters beside any date: “R.S. (2016)”. Alone they are nobody's."""
    letters = r"\.?[ \xa0]?".join(map(re.escape, value))
    days = r"(?:\d{1,2}[ /.-](?:\d{1,2}|[A-Za-z]{3,9})[ /.,-]{1,2})?(?:19|20)\d{2}"
    after = rf"(?<![\w.]){letters}\b\.?[^\n]{{0,{NEAR}}}?\b{days}\b"
    before = rf"\b{days}\b[^\n]{{0,{NEAR}}}?(?<![\w.]){letters}\b"
    for match in re.finditer(f"{after}|{before}", text):
        yield match.start(), match.end(), True, False


FINDERS = {
    Sort.NAME: _names,
    Sort.FULL_NAME: _full_names,
    Sort.ADDRESS: _addresses,
    Sort.SCHOOL: _schools,
    Sort.DATE: _dates,
    Sort.NUMBER: _numbers,
    Sort.INITIALS: _initials,
}
