"""Text as data for PDFs: the small markup, and characters that the fonts do not have."""

from tscb.common.typesetting import blocks
from tscb.common.typesetting.glyphs import REPLACEMENT, printable


def plain(text: str, *, bold: bool = False, link: str = "") -> dict[str, object]:
    return {"text": text, "bold": bold, "link": link}


def test_paragraphs_bold_and_links_become_runs():
    assert blocks("One **two** [three](https://example.org/)\nfour\n\nFive") == [
        {
            "kind": "paragraph",
            "runs": [
                plain("One "),
                plain("two", bold=True),
                plain(" "),
                plain("three", link="https://example.org/"),
                plain("\n"),
                plain("four"),
            ],
        },
        {"kind": "paragraph", "runs": [plain("Five")]},
    ]


def test_lists_may_hold_lists():
    (outer,) = blocks("- a\n  - b\n- c")

    assert outer["kind"] == "list"
    first, second = outer["items"]
    assert first[0]["runs"] == [plain("a")]
    assert first[1]["items"] == [[{"kind": "paragraph", "runs": [plain("b")]}]]
    assert second[0]["runs"] == [plain("c")]


def test_a_single_star_and_other_marks_stay_as_typed():
    (paragraph,) = blocks("*x* # ` <b> 1. [l](javascript:x)")

    assert "".join(run["text"] for run in paragraph["runs"]) == "*x* # ` <b> 1. [l](javascript:x)"


def test_no_text_is_no_block():
    assert blocks("") == []


def test_ordinary_and_accented_text_is_left_alone():
    text = "Zażółć gęślą jaźń, Ŵ – ‘so’ … £5 Ελλάδα Київ"

    assert printable(text) == text


def test_pictures_are_named_and_unknown_letters_replaced():
    assert printable("ok 😀!") == "ok [grinning face]!"
    assert printable("中") == REPLACEMENT


def test_control_characters_vanish_and_odd_spaces_become_spaces():
    assert printable("a\x00b\x07c\u2028d\ud800e\u200df") == "abc def"


def test_composed_letters_are_joined():
    assert printable("e\u0301") == "é"


def test_everything_inside_is_made_printable():
    assert printable({"a": ["😀", 1, ("b\x00",)], "c": None}) == {
        "a": ["[grinning face]", 1, ["b"]],
        "c": None,
    }
