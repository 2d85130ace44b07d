"""Whatever is typed into a briefing is printed as text and never read as typst's own language."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.sheet import make
from tests.factories.made_pdfs import headings_of, pages_in, text_of
from tests.unit.briefings.sheet.examples import HEADINGS, content

pytestmark = pytest.mark.django_db
FEW = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORD = "w" * 40
HOSTILE = [
    "#set page(fill: red)", "$x^2$", "] ) } [ ( {", "\\u{41} \\n", "@label <label>", "#panic()",
    '#import "x.typ": *', "#sys.inputs.data", "= 1", "/* not */ // a comment", "~ --- ...", "`raw`",
    "#[#box[x]]", "%PDF-1.7", "<script>alert(1)</script>", "{{ data }}", "\"' “ ”",
]  # fmt: skip
# Of each kind that a computer knows: controls, marks, other scripts, pictures, odd spaces, halves.
ODD = (
    "\x01\x1f\t\n\r\u00ad\u0301\u200b\u200d\u202e\u2028\u3000\ufdd0\ufffd\ue000"
    "中ไم‏א😀👩🏽\U000e0041 -*#a"
)
SIGNS = "#$[]{}()\\*_@<>\"'~=+-/|&^%`!?.,:;aZ09"


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_typst_code_is_printed_as_it_was_typed(hostile):
    page = make(content(title=f"T {hostile}", sections=[(f"H {hostile}", f"B {hostile}")]))
    shown = squeezed(text_of(page))
    for letter in "THB":
        assert squeezed(f"{letter} {hostile}") in shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("שלום", "שלום"),
        ("مرحبا", "مرحبا"),
        ("ok 😀", "ok[grinning face]"),
        ("e\u0301le\u0300ve", "élève"),
        ("S\u0323\u0307", "\u1e68"),
        ("\u202egnp.exe", "gnp.exe"),
        ("ab\x1bc", "abc"),
        ("Ŵyn Łódź Київ Ελλάδα", "ŴynŁódźКиївΕλλάδα"),
    ],
)
def test_letters_of_the_world_are_printed(typed, shown):
    found = text_of(make(content(sections=[("Heading", f"Text: {typed} end")])))
    # A line of Hebrew or Arabic is stored as it is drawn, from the left.
    kinds = {squeezed(shown), squeezed(shown)[::-1]}
    assert any(kind in squeezed(found) for kind in kinds), found


def test_long_words_stay_on_the_page():
    page = make(content(title=WORD * 5, sections=[(WORD * 2, f"{WORD} {WORD}")] * 7))
    assert pages_in(page) == 1
    assert squeezed(text_of(page)).count(WORD) == 5 + 7 * 4


@FEW
@given(st.text(SIGNS, min_size=1, max_size=60), st.text(SIGNS, min_size=1, max_size=60))
def test_any_signs_are_printed_one_by_one(title, question):
    shown = squeezed(text_of(make(content(title=title, questions=[question]))))
    assert squeezed(title) in shown
    assert squeezed(question) in shown


@FEW
@given(st.text(ODD, max_size=200), st.text(ODD, max_size=100), st.text(ODD, max_size=400))
def test_any_text_at_all_makes_a_page(title, heading, text):
    page = make(
        content(
            title=title,
            sections=[(heading, text), *((one, "Text.") for one in HEADINGS[1:])],
            questions=[text],
            resources=[(heading, "https://x.example/")],
        )
    )
    assert headings_of(page)[1:7] == list(HEADINGS[1:])


@pytest.mark.parametrize("heading", ["", " ", "\u200b", "\x1b"])
def test_a_heading_without_a_letter_is_named_by_its_number(heading):
    assert headings_of(make(content(sections=[(heading, "Text.")])))[0] == "Part 1"
