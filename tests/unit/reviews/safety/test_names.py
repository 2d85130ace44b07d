"""What counts as a name, address, school or date of the linked referral, and what does not."""

import pytest

from reviews.safety.folding import edit_distance_is_one
from reviews.safety.names import Known, Sort, hits, without

FIRST = Known("a first name", Sort.NAME, "Zoë Anne-Marie")
LAST = Known("a last name", Sort.NAME, "O’Samplewick")
ADDRESS = Known("an address", Sort.ADDRESS, "14b Marigold Street,\nSampletown, SA4 7MP")
SCHOOL = Known("a school", Sort.SCHOOL, "St Sample Primary School")
BORN = Known("a date", Sort.DATE, "2016-05-03")
WORKER = Known("a professional’s name", Sort.FULL_NAME, "Jordan Fictional")
INITIALS = Known("initials", Sort.INITIALS, "ZO")
ORDINARY = Known("a first name", Sort.NAME, "Grace")
EVERYTHING = [FIRST, LAST, ADDRESS, SCHOOL, BORN, WORKER, INITIALS]

FOUND = {
    "as it is": "Then Zoë went home.",
    "no accent": "Then Zoe went home.",
    "capitals": "ZOE",
    "small letters": "the zoe-case.pdf",
    "possessive": "Zoe’s aunt",
    "possessive with a typewriter": "O'Samplewick's aunt",
    "without apostrophe": "Osamplewick",
    "plural": "The OSamplewicks moved.",
    "plural possessive": "The O’Samplewicks’ house",
    "hyphen left out": "Anne Marie",
    "written as one": "Annemarie",
    "broken over a line": "Osample-\nwick",
    "other order": "O’SAMPLEWICK, Zoë",
    "composed accent": "Zoe\u0308",
    "postcode": "near sa47mp",
    "postcode with a space": "SA4 7MP",
    "street": "14b Marigold Street",
    "street without its number": "a house in Marigold St.",
    "school": "St Sample Primary School",
    "school in short": "St. Sample Primary",
    "professional": "Ms Jordan Fictional said",
    "professional the other way": "Fictional, Jordan",
    "initials and year": "Z.O. (born 2016)",
    "year and initials": "in 2016 ZO was three",
}
DATES = [
    "3/5/2016", "03.05.16", "2016-05-03", "20160503", "3 May 2016", "3rd of May, 2016",
    "May 3, 2016", "May the 3rd 2016", "3-MAY-16", "third of May 2016", "03 05 2016",
    "Tuesday 3rd May ’16", "5/3/2016", "03052016", "report_3_5_2016.pdf",
]  # fmt: skip
NOT_FOUND = [
    "The review looked at what agencies knew.",
    "Joanne and Marianne",
    "Sampletown has a market.",
    "Jordan is a country. This account is fictional.",
    "ZO alone, without a day",
    "3 May 2015 and 4 May 2016; 30 May 2016",
    "A primary school in the borough",
    "31/02/2016, 99/99/2016",
]


@pytest.mark.parametrize("how", FOUND)
def test_spelling_is_found(how: str) -> None:
    assert any(hit.sure for hit in hits(FOUND[how], EVERYTHING)), how


@pytest.mark.parametrize("written", DATES)
def test_date_in_any_writing_is_found(written: str) -> None:
    assert [hit.what for hit in hits(f"born {written}, and", [BORN])] == ["a date"]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_nobodys_is_not_found(text: str) -> None:
    assert hits(text, EVERYTHING) == []


def test_older_year_in_two_digits_is_of_the_last_century() -> None:
    assert hits("3.5.71", [Known("a date", Sort.DATE, "1971-05-03")])


@pytest.mark.parametrize("written", ["Osamplewik", "Osampplewick", "Osemplewick", "Osampelwick"])
def test_near_spelling_is_found_and_left_to_a_person(written: str) -> None:
    (hit,) = hits(f"Then {written} came.", [LAST])
    assert (hit.near, hit.sure) == (True, False)
    assert hits(f"Then {written.lower()} came.", [LAST]) == []


def test_name_that_is_a_word_is_left_to_a_person() -> None:
    (hit,) = hits("By the grace of", [ORDINARY])
    assert (hit.near, hit.sure) == (False, False)


def test_surest_reading_of_a_place_is_kept() -> None:
    (hit,) = hits("Graces", [ORDINARY, Known("a last name", Sort.NAME, "Graces")])
    assert hit.sure


def test_two_first_names_beside_each_other_are_sure() -> None:
    together = Known("a first name", Sort.NAME, "Grace May")
    assert any(hit.sure for hit in hits("Grace May", [together]))


def test_hit_says_where_and_never_what_was_found() -> None:
    (hit,) = hits("First\nsecond\nZoe", [FIRST])
    assert (hit.line, hit.start, hit.end) == (3, 13, 16)
    assert "Zo" not in repr(hit) + repr(FIRST)


def test_text_can_be_kept_without_what_was_found() -> None:
    assert without("Zoe and the O’Samplewicks", EVERYTHING) == "█ and the █"


def test_values_too_short_to_compare_are_left_alone() -> None:
    blank = [
        Known("a name", Sort.NAME, "X"),
        Known("a name", Sort.FULL_NAME, "Jordan"),
        Known("a school", Sort.SCHOOL, "School"),
        Known("a school", Sort.SCHOOL, "Sample"),
    ]
    assert hits("X Jordan School Sample", blank) == []


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("maria", "maria", False), ("maria", "mariah", True), ("maria", "marta", True),
        ("maria", "mraia", True), ("maria", "martha", False), ("maria", "marieta", False),
    ],
)  # fmt: skip
def test_edit_distance(one: str, other: str, is_one: bool) -> None:
    assert edit_distance_is_one(one, other) is is_one


@pytest.mark.parametrize("written", ["9990001234", "999 000 1234", "No. 999-000-1234."])
def test_number_is_found_however_it_is_grouped(written: str) -> None:
    assert hits(written, [Known("a number", Sort.NUMBER, "999 000 1234")])


@pytest.mark.parametrize("written", ["19990001234", "999 000 1235", "999 000"])
def test_other_number_is_not_found(written: str) -> None:
    assert not hits(written, [Known("a number", Sort.NUMBER, "999 000 1234")])


def test_number_too_short_to_be_one_persons_is_left_alone() -> None:
    assert not hits("Room 12", [Known("a number", Sort.NUMBER, "12")])
