"""Numbers and details that belong to one person or one home, with their own checks."""

import re

NI_NUMBER = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"[ \xa0]?\d{2}[ \xa0]?\d{2}[ \xa0]?\d{2}[ \xa0]?[A-D]\b"
)
# A UPRN has no check digit and looks like any number, so only one that is named counts.
UPRN = re.compile(
    r"\b(?:UPRN|unique property reference(?: number)?)\b[^\d\n]{0,12}\d{1,12}\b", re.IGNORECASE
)
# Since 2001, 1983 to 2001, 1963 to 1982, Northern Ireland; a date such as “MAY 2016” is none.
CAR = re.compile(
    r"\b(?:[A-HJ-PR-Y][A-HJ-PR-Y]\d{2}[ \xa0]?[A-HJ-PR-Z]{3}"
    r"|[A-HJ-NPR-TV-Y]\d{1,3}[ \xa0][A-HJ-PR-Y]{3}"
    r"|[A-HJ-PR-Y]{3}[ \xa0]\d{1,3}[A-HJ-NPR-TV-Y]"
    r"|(?:[A-Z]I[A-Z]|[A-Z]{2}Z)[ \xa0]\d{4})\b"
)
NAME = r"(?-i:[A-Z][\w’'-]{1,30}(?:[ \xa0]+(?-i:[A-Z][\w’'-]{1,30})){1,3})"
BIRTH = r"(?:d\.?o\.?b\.?|date of birth|born)"
BETWEEN = r"[\s,:;(|–-]{1,6}"
NAME_WITH_BIRTH = re.compile(
    rf"{NAME}{BETWEEN}{BIRTH}(?!\w)|(?<!\w){BIRTH}[\s:]{{1,3}}[\d/. -]{{6,12}}{BETWEEN}{NAME}",
    re.IGNORECASE,
)
DAY = r"(?:\d{1,2}[ /.-](?:\d{1,2}|[A-Za-z]{3,9})[ /.,-]{1,2}\d{2,4})"
LETTERS = r"(?:[A-Z]\.[ ]?[A-Z]\.(?:[ ]?[A-Z]\.)?|[A-Z]{2,3})"
INITIALS_WITH_DATE = re.compile(
    rf"(?<![\w.]){LETTERS}[ ,(]{{1,3}}(?:born|died|d\.?o\.?[bd]\.?)?[ :]{{0,2}}{DAY}"
)
NO_INITIALS = {
    "BC", "AD", "UK", "EU", "UN", "GP", "AE", "ED", "HV", "SW", "NHS", "SCR", "DHR", "CSE", "ICB",
    "CCG", "PDF", "ISO", "SI", "NO", "ON", "IN", "TO", "BY", "OF", "AT", "CE", "DR", "MR", "MS",
    "DOB", "DOD",
}  # fmt: skip


def is_person(text: str) -> bool:
    """Two capitals before a date are often an abbreviation of the field."""
    return text.split("(")[0].split(",")[0].split()[0].replace(".", "") not in NO_INITIALS
