"""Lines of a printed page become paragraphs again."""

import pytest

from reviews.texts.paragraphs import paragraphs

LONG = "The agencies that knew the family each held one part of what was known"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("One line", ["One line"]),
        ("1. Summary . . . . . . . .\n. . . . . 3", ["1. Summary … 3"]),
        (f"{LONG}\r\n{LONG}\r\nto them.\r\n{LONG}", [f"{LONG} {LONG} to them.", LONG]),
        (f"Findings\n{LONG}\n{LONG}", ["Findings", f"{LONG} {LONG}"]),
        (f"{LONG}\n\n{LONG}", [LONG, LONG]),
        (f"{LONG}\n• {LONG}\n1.2 {LONG}\n(a) {LONG}", [
            LONG, f"• {LONG}", f"1.2 {LONG}", f"(a) {LONG}",
        ]),
        (f"{LONG}\n2026 was the year in which all of this was written down at last.", [
            f"{LONG} 2026 was the year in which all of this was written down at last.",
        ]),
        (f"  {LONG}   \n\twas   known,  as these long and full lines of a page go on, so.", [
            f"{LONG} was known, as these long and full lines of a page go on, so.",
        ]),
    ],
)  # fmt: skip
def test_lines_are_joined_where_they_belong_together(text, expected):
    assert list(paragraphs(text)) == expected
