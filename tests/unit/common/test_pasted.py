"""Text pasted from Word and elsewhere becomes the small markup, and its words stay."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tscb.common.pasted import BULLET, tidied, tidied_line


@pytest.mark.parametrize(
    ("pasted", "wanted"),
    [
        ("• One\n• Two", "- One\n- Two"),
        ("·\tOne\n\n·\tTwo\n\no\tBelow", "- One\n- Two\n- Below"),
        ("o\xa0\xa0 Below", "- Below"),
        ("\uf0b7\tWingdings\n\uf0a7\tToo", "- Wingdings\n- Too"),
        ("§\tIts letters\nØ\tToo\nü\tAnd", "- Its letters\n- Too\n- And"),
        ("•Close", "- Close"),
        ("•\nOn the next line\n•\n\nAnd so", "- On the next line\n- And so"),
        ("* star\n+ plus\n– dash\n-\thyphen", "- star\n- plus\n- dash\n- hyphen"),
        ("1.\tFirst\n2.\tSecond\n(a)  Third", "1. First\n2. Second\n(a) Third"),
        ("iv)\tFourth", "iv) Fourth"),
        ("Line\x0bbroken\x0b\x0bhere", "Line\nbroken\n\nhere"),
        ("Windows\r\nand\rold\u2028and\u2029new", "Windows\nand\nold\nand\n\nnew"),
        ("One\n\n\n\n\ntwo\n \n\t\nthree", "One\n\ntwo\n\nthree"),
        ("  ends  \n\n", "ends"),
        ("safe\xadguarding a\u200bb \ufeffc\u2060d", "safeguarding ab cd"),
        ("a\xa0b\u2003c\u202fd   e\tf", "a b c d e f"),
        ("bell\x07 \x00and\x7f", "bell and"),
        ("\x93Quoted\x94 \x96 it\x92s said\x85", "“Quoted” – it’s said…"),
        ("well\u2011known, multi\x1eagency", "well-known, multi-agency"),
        ("left \uf0e0 right \uf04a", "left → right"),
        ("order\u202e\u2066 kept", "order kept"),
        ("Sia\u0302n", "Siân"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_pasted_becomes_the_small_markup(pasted, wanted):
    assert tidied(pasted) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "- One\n  - Below it\n- Two",
        "**Bold** and [a link](https://example.org/a_b-c).",
        "2 * 3 = 6 and a – b",
        "— said the child",
        "1. First\n2. Second",
        "Ask.\n\nThen ask again.",
        "o, the o in the middle",
        "می\u200cخواهم and 👩\u200d👧",
        "العربية",
        "# Not a heading, $ not a formula",
    ],
)
def test_what_is_meant_stays(text):
    assert tidied(text) == text


def test_joiner_beside_latin_letters_goes():
    assert tidied("a\u200db\u200c") == "ab"


def test_title_is_one_line():
    assert tidied_line(" Unseen\u00a0men:\x0bwho\tis\r\nhe\uf04a? ") == "Unseen men: who is he?"


TEXT = st.text(st.sampled_from(" \t\n\r\x0b\xa0\xad\u200b-*+–o1a.)" + BULLET) | st.characters())


@given(TEXT)
def test_tidied_text_stays_as_it_is(text):
    once = tidied(text)
    assert tidied(once) == once


@given(TEXT)
def test_no_letter_of_a_language_is_lost(text):
    """Letters that stand for a bullet apart, every letter is there in its order."""
    plain = re.sub(r"[oqvnlüØ]", "", text)
    wanted = [one for one in tidied(plain) if one.isalnum()]
    assert wanted == [one for one in tidied(" ".join(plain.split())) if one.isalnum()]
