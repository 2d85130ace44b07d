"""Details that point at a person: the table of all patterns, and where they are looked for."""

import re
from collections.abc import Callable, Iterable, Iterator

from reviews.safety.checks import people
from reviews.safety.document import Document
from reviews.safety.findings import Finding, Kind, Severity, joined
from reviews.safety.other_text import other_texts
from reviews.safety.page import Page

NHS_WEIGHTS = range(10, 1, -1)
DATE = r"\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[a-z]{3,9})[ /.,-]{1,2}\d{2,4}"


def is_nhs_number(text: str) -> bool:
    """Modulus 11 check of the NHS Data Dictionary; ten equal digits are nobody's."""
    digits = [int(digit) for digit in text if digit.isdecimal()]
    total = sum(weight * digit for weight, digit in zip(NHS_WEIGHTS, digits, strict=False))
    return len(set(digits)) > 1 and (11 - total % 11) % 11 == digits[9]


def has_phone_length(text: str) -> bool:
    digits = re.sub(r"\D", "", text.replace("(0)", "")).removeprefix("44")
    return len(digits.removeprefix("0")) in (9, 10)


def anything(_: str) -> bool:
    return True


PATTERNS: list[tuple[Kind, re.Pattern[str], Callable[[str], bool]]] = [
    (Kind.NHS_NUMBER, re.compile(r"(?<!\d)\d{3}[ \xa0-]?\d{3}[ \xa0-]?\d{4}(?!\d)"), is_nhs_number),
    (
        Kind.LIFE_DATE,
        re.compile(
            r"(?<![a-z])(?:d\.?o\.?[bd]\.?|date of (?:birth|death)|born|died)(?![a-z])"
            rf"[^\d]{{0,20}}{DATE}",
            re.IGNORECASE,
        ),
        anything,
    ),
    (Kind.EMAIL, re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"), anything),
    (
        Kind.POSTCODE,
        re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?[ \xa0]?\d[ABD-HJLNP-UW-Z]{2})\b"),
        anything,
    ),
    (
        Kind.PHONE,
        re.compile(r"(?<![\d+])(?:\+44 ?(?:\(0\))?|0)[\d \xa0()-]{8,14}\d(?!\d)"),
        has_phone_length,
    ),
    (Kind.NI_NUMBER, people.NI_NUMBER, anything),
    (Kind.UPRN, people.UPRN, anything),
    (Kind.CAR, people.CAR, anything),
    (Kind.NAME_WITH_BIRTH, people.NAME_WITH_BIRTH, anything),
    (Kind.INITIALS_WITH_DATE, people.INITIALS_WITH_DATE, people.is_person),
]


def personal_details(page: Page) -> Iterator[Finding]:
    yield from _found_in([page.text], page.number, "The page")


def personal_details_elsewhere(document: Document) -> Iterator[Finding]:
    where = "A bookmark, title, alternative text or answer in a form"
    yield from _found_in(other_texts(document), None, where)


def details_in(text: str) -> Iterator[tuple[Kind, list[str]]]:
    """For each kind of detail the places of the text that look like one."""
    for kind, pattern, is_one in PATTERNS:
        yield kind, [hit.group() for hit in pattern.finditer(text) if is_one(hit.group())]


def _found_in(texts: Iterable[str], page: int | None, where: str) -> Iterator[Finding]:
    text = "\n\n".join(texts)
    for kind, hits in details_in(text):
        if hits:
            message = f"{where} holds what looks like {kind.with_article}."
            yield Finding(kind, Severity.WARNING, page, message, joined(hits))
