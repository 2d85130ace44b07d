"""The sample briefings as they are written, and as one printed page each."""

import re
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefings.length import length_of
from briefings.models import BriefingResource, BriefingSection, Question, Variant
from briefings.models.briefing import SECTIONS, Briefing
from briefings.sample import briefings, sheet_of
from briefings.sample_belongings import read
from reviews.sample import reviews
from tscb.common.publishing.models import check_discreet_slug

BRIEFINGS = list(briefings())
each_briefing = pytest.mark.parametrize("briefing", BRIEFINGS, ids=lambda one: one["slug"])
CASE = [
    "Background", "The incident", "The child’s lived experience", "What we learned",
    "Good practice", "What needs to change", "Questions for your team",
]  # fmt: skip
THEME = [
    "What is it", "Why it matters", "Signs and indicators", "What reviews tell us", "What to do",
    "Local resources", "Questions for reflection",
]  # fmt: skip


def longest(model: Any, field: str) -> int:
    return model._meta.get_field(field).max_length


@each_briefing
def test_briefing_has_seven_sections_with_the_usual_headings(briefing):
    headings = [section["heading"] for section in briefing["sections"]]

    assert headings == (CASE if briefing["variant"] == "case" else THEME)
    assert len(headings) == SECTIONS
    for section in briefing["sections"]:
        assert 0 < len(section["text"]) <= longest(BriefingSection, "text")


@each_briefing
def test_briefing_can_be_read_in_seven_minutes(briefing):
    parts = [briefing["overview"], *briefing["questions"]]
    parts += [section["heading"] + " " + section["text"] for section in briefing["sections"]]

    length = length_of(*parts)
    assert length.words >= 150
    assert not length.is_too_long
    assert len(briefing["overview"]) <= longest(Briefing, "overview")
    assert 2 <= len(briefing["questions"]) <= 4
    assert all(len(question) <= longest(Question, "text") for question in briefing["questions"])


@each_briefing
def test_briefing_identifies_nobody_and_says_that_it_is_fictional(briefing):
    check_discreet_slug(briefing["slug"])
    assert not re.search(r"\d|(^|-)[b-hj-z](-|$)", briefing["slug"])
    if briefing["variant"] == "case":
        assert briefing["sections"][0]["text"].startswith("This is a fictional case.")
    else:
        assert "fictional" in sheet_text(briefing)


@each_briefing
def test_briefing_belongs_to_reviews_that_came_before_it(briefing):
    published = {review["slug"]: review["published"] for review in reviews()}

    assert all(published[slug] <= briefing["published"] for slug in briefing["reviews"])
    assert briefing["variant"] == "theme" or briefing["reviews"]


def test_sample_has_short_and_long_briefings():
    lengths = [
        sum(length_of(section["text"]).words for section in briefing["sections"])
        for briefing in BRIEFINGS
    ]
    assert min(lengths) < 150
    assert max(lengths) > 500


def test_what_belongs_to_sample_briefings_belongs_to_one_that_is_there():
    agencies = {name for review in reviews() for name in review["agencies"]}
    belongings = read()
    assert set(belongings) <= {briefing["slug"] for briefing in BRIEFINGS}
    for given in belongings.values():
        assert set(given["agencies"]) <= agencies
        assert all(
            len(one["title"]) <= longest(BriefingResource, "title") for one in given["resources"]
        )
        assert all(one["link"].startswith("https://example.org/") for one in given["resources"])


def test_sample_has_both_kinds_over_many_years():
    assert len(BRIEFINGS) >= 14
    assert {briefing["variant"] for briefing in BRIEFINGS} == set(Variant.values)
    assert len({briefing["published"][:4] for briefing in BRIEFINGS}) >= 6
    assert len({briefing["slug"] for briefing in BRIEFINGS}) == len(BRIEFINGS)
    assert {bool(briefing["documents"]) for briefing in BRIEFINGS} == {True, False}
    assert sum("good-practice" in briefing["themes"] for briefing in BRIEFINGS) >= 2


@each_briefing
def test_sheet_is_one_tagged_titled_page(briefing):
    with pikepdf.open(BytesIO(sheet_of(briefing))) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]).startswith(briefing["title"])


@each_briefing
def test_sheet_says_all_that_the_record_says(briefing):
    shown = sheet_text(briefing)

    assert "Sample – fictional" in shown
    for text in (*(s["heading"] for s in briefing["sections"]), *briefing["questions"]):
        assert text in shown


def sheet_text(briefing: dict[str, Any]) -> str:
    return text_of(sheet_of(briefing))


def text_of(content: bytes) -> str:
    """The page's words in reading order; a line's end is a space, a soft break nothing."""
    document = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return re.sub(r"\s+", " ", re.sub("[\u200b\ufffe]|\u00ad", "", text))
