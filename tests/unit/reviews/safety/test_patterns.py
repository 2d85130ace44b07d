"""Details that point at a person; and numbers that only look like it."""

import pytest
from pikepdf import OutlineItem

from reviews.safety.checks.patterns import has_phone_length, is_nhs_number
from reviews.safety.findings import Kind, Severity
from tests.unit.reviews.safety.documents import (
    PLAIN,
    examined,
    kinds,
    only,
    pdf_of,
    plain,
    saved,
    text,
)

# Numbers and names here are kept free for examples: the NHS's, Ofcom's, and example.org.
FOUND = {
    "943 476 5919": Kind.NHS_NUMBER,
    "9434765919": Kind.NHS_NUMBER,
    "943-476-5919": Kind.NHS_NUMBER,
    "DOB 03/05/2011": Kind.LIFE_DATE,
    "d.o.b. 3 May 2011": Kind.LIFE_DATE,
    "Date of birth: 3rd May 2011": Kind.LIFE_DATE,
    "was born on 3.5.11": Kind.LIFE_DATE,
    "died on 4 June 2012": Kind.LIFE_DATE,
    "head@school.example.org": Kind.EMAIL,
    "M1 1AA": Kind.POSTCODE,
    "EC1A1BB": Kind.POSTCODE,
    "0161 496 0123": Kind.PHONE,
    "+44 161 496 0123": Kind.PHONE,
    "+44 20 7946 0123": Kind.PHONE,
    "07700900123": Kind.PHONE,
}


@pytest.mark.parametrize("words", FOUND)
def test_detail_is_a_warning_on_its_page(words: str) -> None:
    finding = only(examined(plain(PLAIN, PLAIN + text(f"It was {words} that day"))))
    assert (finding.kind, finding.severity) == (FOUND[words], Severity.WARNING)
    assert finding.page == 2
    assert finding.excerpt in words
    assert words.endswith(finding.excerpt)


@pytest.mark.parametrize(
    "words",
    [
        "943 476 5918",
        "1111111111",
        "Working Together 2010, 2013 and 2015",
        "a reborn 3 by 4 plan",
        "between 2010 and 2012 at 10.30",
        "the A57 and the M60",
        "at 5pm @ the school",
        "Section 47 and S20",
        "12345678901234567890",
        "born in the spring of 2011",
    ],
)
def test_look_alike_is_no_finding(words: str) -> None:
    assert examined(plain(PLAIN + text(words))).findings == []


def test_several_of_a_kind_are_one_finding() -> None:
    words = text("a@example.org, b@example.org") + text("and a@example.org again", y=500)
    assert only(examined(plain(PLAIN + words))).excerpt == "a@example.org; b@example.org"


def test_bookmark_is_searched_too() -> None:
    pdf = pdf_of(PLAIN)
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("NHS number 943 476 5919", 0))
    found = examined(saved(pdf))
    assert kinds(found) == [Kind.NHS_NUMBER]
    assert only(found).page is None


def test_nhs_number_needs_its_check_digit() -> None:
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5910")
    assert not is_nhs_number("0000000000")


@pytest.mark.parametrize(
    ("number", "long_enough"),
    [("+44 (0)161 496 0123", True), ("0800 1111", False), ("016977 2000", True)],
)
def test_length_of_telephone_numbers(number: str, long_enough: bool) -> None:
    assert has_phone_length(number) is long_enough
