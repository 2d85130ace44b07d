"""When two names, or two addresses, count as the same although they were typed differently.

Capitals, accents, apostrophes, hyphens and spaces do not matter, nor the order of first names or
which of them were left out. What merely sounds alike, and what somebody is called at home, counts
as another name.
"""

import re
import unicodedata

# Letters that lose nothing but a stroke, and do not come apart into a letter and an accent.
STROKES = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
APOSTROPHES = re.compile("[\u0027\u0060\u00b4\u02bc\u2018\u2019]")
POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})\b", re.IGNORECASE)
MOST_WORDS = 6
DIGITS = 10
# A shorter part of a double last name is more often a particle (“de”, “van”) than a name.
SHORTEST_PART = 4


def words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name).casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c)).translate(STROKES)
    return re.findall(r"[^\W\d_]+", letters)[:MOST_WORDS]


def first_names(typed: str) -> set[str]:
    """Each of them by itself, and all of them in one; an initial only where nothing else is."""
    found = words(typed)
    whole = {one for one in found if len(one) > 1}
    return (whole | {"".join(found)} if whole else set(found)) - {""}


def last_names(typed: str) -> set[str]:
    """The whole of it, and the longer parts of a double name."""
    found = words(typed)
    return ({"".join(found)} | {one for one in found if len(one) >= SHORTEST_PART}) - {""}


def parts_of(whole: str) -> tuple[set[str], set[str]]:
    """First and last names of a name that was typed in one: the last word is the last name."""
    *first, last = words(whole) or [""]
    return first_names(" ".join(first)), last_names(last)


def nhs_number(typed: str) -> str:
    """Its ten digits, empty where they are no NHS number: what people type for lack of one is not
    the same child. The last digit checks the others, modulus 11."""
    found = "".join(re.findall(r"[0-9]", typed))
    if len(found) != DIGITS or len(set(found)) == 1:
        return ""
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), found, strict=False))
    return found if (total + int(found[-1])) % 11 == 0 else ""


def postcode(address: str) -> str:
    """The last one in the address without its space, empty where there is none."""
    found = POSTCODE.findall(address)
    return "".join(found[-1]).upper() if found else ""
