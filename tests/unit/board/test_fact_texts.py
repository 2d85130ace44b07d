"""The texts of the explanation pages: complete against the page that this site grew from."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tscb.board import defaults
from tscb.board.placeholders import check_placeholders
from tscb.common.text import render_page

FOLDER = Path(defaults.__file__).with_name("fact_texts")
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
each_text = pytest.mark.parametrize("slug", sorted(TEXTS))


def test_every_default_page_has_its_text():
    assert set(TEXTS) == {page.slug for page in defaults.PAGES}


@each_text
def test_text_uses_known_names_and_markup_only(slug):
    check_placeholders(TEXTS[slug])
    shown = re.sub(r"<[^>]+>", "", str(render_page(TEXTS[slug])))

    assert "**" not in shown
    assert not re.search(r"^\s*(#|- )", shown, re.MULTILINE)


@each_text
def test_text_says_no_name_that_staff_may_change(slug):
    changeable = ("TSCB", "SSCP", "Serious and Significant", "Screening & Notification")

    assert not [name for name in changeable if name in TEXTS[slug]]


@each_text
def test_headings_start_below_the_title_of_the_page(slug):
    levels = [len(marks) for marks in re.findall(r"^(#+) ", TEXTS[slug], re.MULTILINE)]

    assert 1 not in levels
    assert not levels or levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("slug", "phrase"),
    [
        ("learning-reviews", "disseminat|shared as widely as possible"),
        ("learning-reviews", "multi-agency training and communications"),
        ("learning-reviews", "latest messages from national research"),
        ("learning-reviews", "All Serious Case Reviews undertaken in {area} are published"),
        ("learning-reviews", "7 minute briefings"),
        ("learning-reviews", "run by members of our {panel}"),
        ("learning-reviews", "likely to be valuable learning"),
        ("learning-reviews", "particularly good, or particularly bad"),
        ("learning-reviews", "informal setting"),
        ("learning-reviews", "what worked well"),
        ("learning-reviews", "what didn’t work so well"),
        ("learning-reviews", "how we could improve practice"),
        ("learning-reviews", "speak to your safeguarding lead"),
        ("learning-reviews", r"complete the \[{form}\]"),
        ("case-panel", "oversees all case review activity"),
        ("case-panel", "Any practitioner can refer a case .* with the agreement of their manager"),
        ("case-panel", r"You \*\*must\*\* refer .* the criteria for a \[Serious Case Review\]"),
        ("case-panel", r"You are \*\*encouraged\*\* to refer other cases where"),
        ("case-panel", "- a child has been harmed"),
        ("case-panel", "- neglect or abuse was known or suspected"),
        ("case-panel", "- there are concerns about .* professional services have dealt with"),
        ("case-panel", "learning that could improve future practice"),
        ("case-panel", "Professionals should use this form"),
        ("case-panel", "must consider each case, and recommend whether it is appropriate"),
        ("review-types", "four types of case review that are conducted by {board_short}"),
    ],
)
def test_all_that_the_first_page_said_is_said(slug, phrase):
    assert re.search(phrase, TEXTS[slug])


def test_the_four_types_stand_in_their_order():
    types = [
        "Serious Case Review", "Multi-Agency Critical Review", "Individual Agency Review",
        "Learning Review",
    ]  # fmt: skip

    assert re.findall(r"^## \d\. (.+)$", TEXTS["review-types"], re.MULTILINE) == types
    assert re.findall(r"^\d\. (.+ Review)\.?$", TEXTS["case-panel"], re.MULTILINE) == types
