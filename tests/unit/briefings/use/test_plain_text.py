"""A briefing as plain text: everything in order, short lines, nothing that acts."""

import pytest

from briefings.use.plain_text import plain_text
from briefings.use.questions import FOR_EVERY_TEAM
from tests.unit.briefings.sheet.examples import HEADINGS, content, full
from tscb.common.plain_text import WIDTH

pytestmark = pytest.mark.django_db


def test_all_of_it_stands_in_order():
    words = plain_text(content(overview="The overview.", is_sample=True))
    expected = [
        "Seeing the child\n================", "Sample - fictional",
        "7 minute briefing, Tameside Safeguarding Children Board, 5 January 2026",
        "https://board.example/briefings/seeing-the-child/", "Samaritans", "The overview.",
        *(f"{number}. {heading}\n---" for number, heading in enumerate(HEADINGS, 1)),
        "To talk through together", "1. Who asks?", "2. Who tells?",
        "- Neglect toolkit: https://toolkit.example/neglect",
        "If you are worried about a child", "- In danger now: 999", "0161 342 4101",
    ]  # fmt: skip
    places = [words.index(one) for one in expected]
    assert places == sorted(places)
    assert words.endswith("\n")


def test_lines_are_short():
    lines = plain_text(full()).splitlines()
    assert max(map(len, lines)) <= WIDTH


def test_markup_becomes_words_and_lists():
    text = "**Ask** [the team](https://x.example/a) or ring [999](tel:999)\nnow\n"
    text += "\n- one\n  - two\n- three"
    words = plain_text(content(sections=[("Heading", text)]))
    assert (
        "Ask the team (https://x.example/a) or ring 999\nnow\n\n- one\n  - two\n- three\n" in words
    )


def test_an_address_that_is_its_own_word_stands_once():
    words = plain_text(
        content(sections=[("H", "https://x.example/ [a@x.example](mailto:a@x.example)")])
    )
    assert words.count("https://x.example/") == 1


def test_a_long_address_stays_whole():
    link = "https://x.example/" + "a" * 200
    assert link in plain_text(content(resources=[("Toolkit", link)]))


def test_a_briefing_without_questions_gets_the_general_ones():
    words = " ".join(plain_text(content(questions=[])).split())
    assert all(question in words for question in FOR_EVERY_TEAM)


def test_controls_and_turned_text_are_taken_out():
    words = plain_text(content(title="a\x1b[31mb\u202ec", overview="", sections=[]))
    assert words.startswith("a[31mbc\n")


def test_what_is_missing_leaves_no_gap():
    words = plain_text(content(overview="", resources=[]))
    assert "Read on" not in words
    assert "\n\n\n" not in words
