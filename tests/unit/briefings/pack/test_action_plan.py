"""The action plan opens as a Word file, and a screen reader finds its way in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.pack.action_plan import COLUMNS, ROWS, TEMPLATES, action_plan
from tests.factories.word_files import WORD, WordFile, words_in

DATA = {
    "title": "Seeing the child",
    "board": "Board & partners",
    "made_of": "7 minute briefing of the Board & partners, 5 January 2026",
    "address": "https://board.example/briefings/seeing/?a=1&b=2",
    "sample_mark": "",
}


def plan(**fields: str) -> WordFile:
    return WordFile(action_plan({**DATA, **fields}))


def test_every_part_is_there_and_known():
    file = plan()
    assert file.targets() == file.typed() == {
        "word/document.xml", "word/styles.xml", "docProps/core.xml",
    }  # fmt: skip
    assert file.targets() < set(file.names)
    assert file.names[0] == "[Content_Types].xml"


def test_headings_are_headings():
    file = plan()
    assert file.styled("Title") == ["Action plan: Seeing the child"]
    assert file.styled("Heading1") == [
        "Who talked it through", "What we will do", "When we look at this again",
    ]  # fmt: skip
    defined = {one.get(f"{WORD}styleId") for one in file.parts["word/styles.xml"]}
    assert {"Title", "Heading1", "TableGrid"} <= defined


def test_table_has_a_header_row_and_room_to_fill_in():
    file = plan()
    header, *rows = file.rows()
    assert header == [column for column, _ in COLUMNS]
    assert rows == [[""] * len(COLUMNS)] * ROWS
    first = next(file.body.iter(f"{WORD}tr"))
    assert first.find(f"{WORD}trPr/{WORD}tblHeader") is not None


def test_it_says_where_it_comes_from_and_what_not_to_write():
    words = words_in(plan(sample_mark="Sample – fictional").body)
    for expected in (
        "Board & partners, 5 January 2026. Sample – fictional", DATA["address"], "Write no names",
    ):  # fmt: skip
        assert expected in words


def test_language_is_british_english():
    file = plan()
    (language,) = file.parts["word/styles.xml"].iter(f"{WORD}lang")
    assert language.get(f"{WORD}val") == "en-GB"


def test_the_same_data_gives_the_same_bytes():
    assert action_plan(DATA) == action_plan(dict(DATA))
    assert all(template.is_file() for template in TEMPLATES)


@pytest.mark.parametrize(
    "title", ["<w:p/> & ]]> {{ x }} {% y %} \"'", "😀 שלום", "a\x00\x1b\ufffeb"]
)
def test_hostile_titles_are_text(title):
    shown = plan(title=title).styled("Title")[0].removeprefix("Action plan: ")
    assert shown == title.translate({0: None, 0x1B: None, 0xFFFE: None})


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_title_makes_a_file_that_opens(title):
    assert plan(title=title).styled("Title")
