"""The printed page as a PDF: one page, tagged, titled, whole, the same each time."""

from io import BytesIO

import pikepdf
import pytest

from briefings.sheet import make
from tests.factories.made_pdfs import elements_of, headings_of, pages_in, text_of
from tests.unit.briefings.sheet.examples import HEADINGS, content, full, words

pytestmark = pytest.mark.django_db
SMALLEST = 8.5


@pytest.fixture(scope="module", params=[content, full], ids=["ordinary", "full"])
def page(request, django_db_setup, django_db_blocker) -> bytes:
    with django_db_blocker.unblock():
        return make(request.param())


def test_it_is_one_page_of_a4(page):
    with pikepdf.open(BytesIO(page)) as pdf:
        assert len(pdf.pages) == 1
        assert [round(float(side)) for side in pdf.pages[0].MediaBox] == [0, 0, 595, 842]


def test_it_says_that_it_is_accessible(page):
    with pikepdf.open(BytesIO(page)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"].startswith("Seeing the child")
            assert metadata["dc:title"].endswith(" – 7 minute briefing")


def test_seven_headings_are_read_in_order(page):
    headings = headings_of(page)
    assert len(headings) == 8
    for heading, expected in zip(headings, [*HEADINGS, "To talk through together"], strict=True):
        assert heading.startswith(expected)


def test_every_font_is_embedded(page):
    with pikepdf.open(BytesIO(page)) as pdf:
        fonts = list(pdf.pages[0].Resources.Font.values())
        assert fonts
        for font in fonts:
            (descendant,) = font.DescendantFonts
            descriptor = descendant.FontDescriptor
            assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())
            assert "/ToUnicode" in font


def test_no_type_is_smaller_than_can_be_read(page):
    with pikepdf.open(BytesIO(page)) as pdf:
        sizes = {
            float(operands[1])
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "Tf"
        }
    assert min(sizes) >= SMALLEST


def test_code_has_words_for_those_who_do_not_see_it(page):
    (figure,) = [one for one in elements_of(page) if one.role == "/Figure"]
    assert figure.alt == (
        "QR code that opens this briefing on the web: "
        "https://board.example/briefings/seeing-the-child/"
    )


def test_it_names_board_numbers_address_and_date(page):
    shown = text_of(page)
    for expected in (
        "Tameside Safeguarding Children Board", "In danger now: 999", "0161 342 4101",
        "0161 342 2222", "On the web: board.example/briefings/seeing-the-child/",
        "5 January 2026", "Neglect toolkit (toolkit.example)",
    ):  # fmt: skip
        assert expected in shown


def test_the_same_content_gives_the_same_bytes(page):
    assert page in (make(content()), make(full()))


def test_sample_and_draft_say_what_they_are():
    shown = text_of(make(content(is_sample=True, published=None)))
    assert "Sample – fictional" in shown
    assert "Draft – not published" in shown


def test_resources_give_way_before_the_text_does():
    many = [
        (f"Resource {number} {'to read on ' * 9}", "https://x.example/") for number in range(60)
    ]
    crowded = make(content(sections=[(heading, words(95)) for heading in HEADINGS], resources=many))
    assert pages_in(crowded) == 1
    assert "Read on" not in text_of(crowded)


def test_one_long_part_goes_into_columns():
    uneven = [(HEADINGS[0], words(330)), *((heading, words(50)) for heading in HEADINGS[1:])]
    page = make(content(sections=uneven))
    assert pages_in(page) == 1
    assert headings_of(page)[:7] == list(HEADINGS)


def test_far_too_much_text_runs_on():
    assert pages_in(make(content(sections=[("Much", words(3000))]))) > 1


def test_what_is_missing_leaves_no_trace():
    shown = text_of(make(content(overview="", questions=[], resources=[])))
    assert "To talk through" not in shown
    assert "Read on" not in shown


@pytest.mark.parametrize("number", [0, 1, 2, 6])
def test_an_imported_briefing_with_fewer_parts_is_printed(number):
    page = make(content(sections=[(heading, "Text.") for heading in HEADINGS[:number]]))
    assert headings_of(page)[:number] == list(HEADINGS[:number])
