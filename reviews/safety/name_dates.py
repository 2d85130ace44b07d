"""Dates in whatever way they are written: each as year-month-day, with its place in the text."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
TEENS = ["tenth", "eleventh", "twelfth", *(f"{n}teenth" for n in ("thir", "four", "fif", "six"))]
TEENS += [f"{n}teenth" for n in ("seven", "eigh", "nine")]
TENS = ["twentieth", *(f"twenty-{unit}" for unit in UNITS), "thirtieth", "thirty-first"]
ORDINALS = [*UNITS, *TEENS, *TENS]
DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
MONTH = rf"(?P<month>(?:{'|'.join(MONTHS)})[a-z]{{0,6}})"
YEAR = r"(?P<year>\d{4}|[’']?\d{2})"
GAP = r"\s?[-/._ ]\s?"
PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})[-/._ ]?(?P<month>\d{2})[-/._ ]?(?P<day>\d{2})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}}){GAP}(?P<month>\d{{1,2}}){GAP}(?P<year>\d{{4}}|\d{{2}})(?!\d)",
        r"(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})(?!\d)",
        rf"(?<!\w){DAY}[\s_-]*(?:day\s+)?(?:of\s+)?{MONTH}[\s.,_-]*{YEAR}(?!\d)",
        rf"(?<!\w){MONTH}[\s._-]*(?:the\s+)?{DAY}[\s.,_-]*{YEAR}(?!\d)",
    )
]


def dates_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end, ISO date. Numbers alone are read as day and month, and as month and day."""
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            day, month = _day(match["day"]), _month(match["month"])
            year = _year(match["year"])
            orders = {(day, month), (month, day)} if match["month"].isdecimal() else {(day, month)}
            for a, b in orders:
                with suppress(ValueError):
                    yield *match.span(), date(year, int(b), int(a)).isoformat()


def _day(written: str) -> str:
    name = written.lower()
    return str(ORDINALS.index(name) + 1) if name in ORDINALS else re.sub(r"\D", "", written)


def _month(written: str) -> str:
    name = written.lower()[:3]
    return written if written.isdecimal() else f"{MONTHS.index(name) + 1:02}"


def _year(written: str) -> int:
    """Two digits are of this century or the last: no case is from a time to come."""
    number = int(re.sub(r"\D", "", written))
    if number > 99:
        return number
    return number + (2000 if number <= datetime.now(tz=UTC).year % 100 else 1900)
