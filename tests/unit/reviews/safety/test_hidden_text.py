"""Words that are in the file but not on the page; and look-alikes that are plainly to be seen."""

import pytest
from pikepdf import Array, Dictionary
from PIL import Image, ImageDraw

from reviews.safety.findings import Kind, Severity
from tests.unit.reviews.safety.documents import (
    BLACK,
    NAME,
    PLAIN,
    WHITE,
    box,
    examined,
    examined_copy,
    nested,
    only,
    pdf_of,
    plain,
    saved,
    text,
    with_mark,
    with_picture,
)

NOISE = Image.effect_noise((200, 200), 80)
PHOTO = b"q 400 0 0 400 72 200 cm /P Do Q "
SCAN = b"q 595 0 0 842 0 0 cm /P Do Q "
AROUND = text("the child", x=72) + text(NAME, x=140) + text("lived here", x=300)


SMALL_BOX = PLAIN + AROUND + box(138, 599, 120, 7)


def turned(content: bytes, degrees: int = 90) -> bytes:
    pdf = pdf_of(content)
    pdf.pages[0].Rotate = degrees
    return saved(pdf)


def sideways(words: str) -> bytes:
    return b"q 0 1 -1 0 500 300 cm " + text(words, x=0, y=0) + b"Q "


COVERED = {
    "dark box": plain(PLAIN + AROUND + BLACK + box(138, 595, 120, 18)),
    "white box": plain(PLAIN + AROUND + WHITE + box(138, 595, 120, 18)),
    "dark box a little too small": plain(SMALL_BOX),
    "dark box a little too small, page turned right": turned(SMALL_BOX, 90),
    "dark box a little too small, page upside down": turned(SMALL_BOX, 180),
    "dark box a little too small, page turned left": turned(SMALL_BOX, 270),
    "dark box a little too small, words sideways": plain(
        PLAIN + sideways(NAME) + box(493, 298, 6, 120)
    ),
    "black on black": plain(PLAIN + box(138, 595, 120, 18) + text(NAME, x=140)),
    "thick line": plain(PLAIN + AROUND + b"16 w 138 604 m 258 604 l S "),
    "photo above": with_picture(PLAIN + text(NAME, x=140, y=300) + PHOTO, NOISE),
    "box around a nested drawing": nested(
        text(NAME, x=140), PLAIN + b"/X Do " + box(138, 595, 120, 18)
    ),
    "turned page": turned(PLAIN + AROUND + box(138, 595, 120, 18)),
    "clipped away": plain(PLAIN + b"q 0 0 9 9 re W n " + text(NAME) + b"Q "),
}  # fmt: skip


@pytest.mark.parametrize("how", COVERED)
def test_covered_words_are_critical(how: str) -> None:
    finding = only(examined(COVERED[how]))
    assert (finding.kind, finding.severity) == (Kind.COVERED_TEXT, Severity.CRITICAL)
    assert (finding.page, finding.excerpt) == (1, NAME)


def test_words_under_a_letter_that_is_as_good_as_a_box_are_found() -> None:
    words = text("Jo", x=142, size=6) + text("I", x=132, y=560, size=100)
    assert only(examined(plain(PLAIN + words))).excerpt == "Jo"


def test_covered_words_stay_critical_in_the_copy() -> None:
    assert examined_copy(COVERED["dark box"]).blocking


def test_part_of_a_word_under_a_box_names_the_word() -> None:
    assert only(examined(plain(PLAIN + AROUND + box(138, 595, 26, 18)))).excerpt == "Thomas"


def test_two_boxes_are_two_findings() -> None:
    words = text("Thomas met Alison", x=72) + box(70, 595, 45, 18) + box(136, 595, 45, 18)
    assert {found.excerpt for found in examined(plain(PLAIN + words)).findings} == {
        "Thomas",
        "Alison",
    }


def test_drawn_mark_over_words_is_critical_because_cleaning_takes_it_away() -> None:
    black = with_mark("Square", IC=Array([0, 0, 0]), C=Array([0, 0, 0]))
    found = examined(black)
    assert [(finding.kind, finding.excerpt) for finding in found.blocking] == [
        (Kind.COVERED_TEXT, NAME)
    ]


SEEN = {
    "dark heading with white words": plain(
        b"0.1 g " + box(70, 590, 300, 25) + WHITE + text("Agency and date") + BLACK + PLAIN
    ),
    "orange on navy": plain(
        b"0.1 0.1 0.3 rg " + box(70, 590, 300, 25) + b"0.9 0.4 0.2 rg " + text("Agency", size=7)
    ),
    "footnote": plain(PLAIN + text("1 A footnote in six point type, see the report", size=6)),
    "light grey": plain(PLAIN + b"0.85 g " + text("Sample only", size=7)),
    "white on a photo": with_picture(
        PHOTO + WHITE + text("Words on a photo", y=300, size=24) + BLACK + PLAIN,
        NOISE.point(lambda shade: shade // 2),
    ),
    "struck through": plain(PLAIN + text(NAME) + b"1 w 70 604 m 160 604 l S "),
    "see-through marker": plain(b"1 1 0 rg " + box(70, 595, 120, 18) + BLACK + text(NAME) + PLAIN),
    "solid letters": plain(PLAIN + text("I lIl II 1 111 i", size=9)),
    "wide spacing": plain(PLAIN + b"8 Tc " + text("CONTENTS")),
    "turned page": turned(PLAIN + text(NAME)),
    "words sideways": plain(PLAIN + sideways("I lIl i 1 II il ill")),
    "nested drawing": nested(text(NAME), PLAIN + b"/X Do "),
    "frame": plain(PLAIN + text(NAME) + b"70 595 120 18 re S "),
    "comment beside": with_mark("Link"),
}


@pytest.mark.parametrize("what", SEEN)
def test_look_alikes_are_no_finding(what: str) -> None:
    assert examined(SEEN[what]).findings == []


def test_white_on_white_is_a_warning() -> None:
    finding = only(examined(plain(PLAIN + WHITE + text(NAME))))
    assert (finding.kind, finding.severity) == (Kind.INVISIBLE_TEXT, Severity.WARNING)
    assert finding.excerpt == NAME


def test_transparent_words_are_a_warning() -> None:
    pdf = pdf_of(PLAIN + b"/G gs " + text(NAME))
    pdf.pages[0].Resources["/ExtGState"] = Dictionary(G=Dictionary(ca=0))
    assert only(examined(saved(pdf))).kind is Kind.INVISIBLE_TEXT


def test_invisible_mode_without_a_scan_is_a_warning() -> None:
    finding = only(examined(plain(PLAIN + text(NAME, mode=3))))
    assert (finding.kind, finding.severity) == (Kind.INVISIBLE_TEXT, Severity.WARNING)
    assert "set to be invisible" in finding.message


def test_text_off_the_page_is_a_warning() -> None:
    assert only(examined(plain(PLAIN + text(NAME, x=700)))).kind is Kind.OFF_PAGE_TEXT


def test_invisible_text_off_the_page_is_told_once() -> None:
    assert only(examined(plain(PLAIN + text(NAME, x=700, mode=3)))).kind is Kind.OFF_PAGE_TEXT


def test_text_cropped_away_is_a_warning() -> None:
    pdf = pdf_of(PLAIN + text(NAME, y=30))
    pdf.pages[0].CropBox = Array([50, 50, 595, 842])
    finding = only(examined(saved(pdf)))
    assert (finding.kind, finding.excerpt) == (Kind.OFF_PAGE_TEXT, NAME)


def test_tiny_text_is_a_warning() -> None:
    found = examined(plain(PLAIN + text(NAME, size=1)))
    assert Kind.TINY_TEXT in [finding.kind for finding in found.findings]


def scan_with_black_bar() -> Image.Image:
    scan = Image.new("RGB", (595, 842), "white")
    pen = ImageDraw.Draw(scan)
    pen.text((72, 130), "The panel met in spring", fill="black", font_size=12)
    pen.rectangle((60, 235, 260, 255), fill="black")
    return scan


def test_text_layer_of_a_scan_is_a_note() -> None:
    layer = text("The panel met in spring", y=700, mode=3) + text("askew", y=400, mode=3)
    finding = only(examined(with_picture(SCAN + layer, scan_with_black_bar())))
    assert (finding.kind, finding.severity) == (Kind.SCAN_TEXT, Severity.NOTE)


def test_blacked_out_scan_with_words_behind_is_critical() -> None:
    layer = text(NAME, y=594, mode=3)
    found = examined(with_picture(SCAN + layer, scan_with_black_bar()))
    assert [(finding.kind, finding.excerpt) for finding in found.blocking] == [
        (Kind.COVERED_TEXT, NAME)
    ]


def test_scan_without_text_is_a_warning() -> None:
    finding = only(examined(with_picture(SCAN, scan_with_black_bar())))
    assert (finding.kind, finding.severity) == (Kind.NO_TEXT, Severity.WARNING)
    assert "picture of text" in finding.message


def test_blank_pages_are_one_finding() -> None:
    finding = only(examined(plain(PLAIN, b"", b"", PLAIN, b"")))
    assert finding.page == 2
    assert finding.message.endswith("Pages 2–3, 5.")
    assert "blank perhaps" in finding.message
