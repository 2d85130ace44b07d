"""The sample reviews as they are written: complete, varied, discreet, and plainly fictional."""

import re
from collections import Counter
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from reviews.known_types import UNTIL_2018
from reviews.models import AgeBand, CaseReview, DocumentRole, Recommendation
from reviews.sample import RECORDS, reviews
from reviews.sample_reports import AGES, PARTS, report
from tscb.board.defaults import AGENCIES
from tscb.common.publishing.models import check_discreet_slug
from tscb.common.text import render

REVIEWS = list(reviews())
DOCUMENTS = [(review, document) for review in REVIEWS for document in review["documents"]]
each_review = pytest.mark.parametrize("review", REVIEWS, ids=lambda review: review["slug"])
each_document = pytest.mark.parametrize(
    ("slug", "file"), [(review["slug"], document["file"]) for review, document in DOCUMENTS]
)
WRITTEN = ("summary", "what_happened", "learning", "recommendations", "method", "response")


@cache
def pdf_of(file: str) -> bytes:
    found = next(pair for pair in DOCUMENTS if pair[1]["file"] == file)
    return report(*found, board="Sample Board")


def texts(value: Any) -> list[str]:
    """Every text in a record, however deep."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return [value]


@each_review
def test_review_is_complete(review):
    assert {"kind", "slug", "title", "type", "published", *WRITTEN} <= review.keys()
    assert review["age_band"] in AgeBand.values
    assert date(2016, 1, 1) <= date.fromisoformat(review["published"]) <= date(2026, 11, 23)
    assert 3 <= len(review["learning"]) <= 6
    assert 3 <= len(review["recommendations"]) <= 6
    assert all(document["role"] in DocumentRole.values for document in review["documents"])


@each_review
def test_review_has_the_length_of_a_good_web_page(review):
    words = sum(len(text.split()) for name in WRITTEN for text in texts(review[name]))

    assert 250 <= words <= 650
    assert len(review["summary"]) <= CaseReview._meta.get_field("summary").max_length


@each_review
def test_recommendations_have_owner_day_and_progress(review):
    for recommendation in review["recommendations"]:
        assert recommendation["owner"]
        assert recommendation["status"] in Recommendation.Progress.values
        assert date.fromisoformat(recommendation["due"]) > date.fromisoformat(review["published"])


@each_review
def test_review_says_at_once_that_it_is_fictional(review):
    assert "fictional case" in review["what_happened"].split(".")[0]


@each_review
def test_address_and_text_identify_nobody(review):
    check_discreet_slug(review["slug"])
    assert not re.search(r"\d|(^|-)[b-hj-z](-|$)", review["slug"])
    everything = " ".join(texts(review))
    assert not re.search(r"\b(child|baby|boy|girl|sibling) [A-Z]\d?\b", everything)
    assert not re.search(r"-(year|month|week|day)s?[ -]old\b", everything)


@each_review
def test_markup_is_only_what_the_format_allows(review):
    for text in texts(review):
        shown = re.sub(r"<[^>]+>", "", str(render(text)))
        assert "**" not in shown
        assert not re.search(r"^#|\]\(|`", shown, re.MULTILINE)


def test_all_four_types_and_many_years_are_there():
    assert {review["type"] for review in REVIEWS} == {one.name for one in UNTIL_2018}
    assert len(REVIEWS) >= 14
    assert len({review["published"][:4] for review in REVIEWS}) >= 8


def test_sample_shows_what_is_rare():
    documents = Counter(len(review["documents"]) for review in REVIEWS)
    agencies = {agency for review in REVIEWS for agency in review["agencies"]}

    assert documents[0] >= 1
    assert documents[3] >= 1
    assert max(len(review["title"]) for review in REVIEWS) == 140
    assert agencies - set(AGENCIES)
    assert {review["age_band"] for review in REVIEWS} == set(AGES) == set(AgeBand.values)
    assert any("source" in review and "board" in review for review in REVIEWS)
    assert sum("good-practice" in review["themes"] for review in REVIEWS) >= 2


def test_slugs_and_files_are_named_once():
    assert len({review["slug"] for review in REVIEWS}) == len(REVIEWS)
    files = [document["file"] for _, document in DOCUMENTS]
    assert len(set(files)) == len(files)
    assert RECORDS.read_bytes().isascii() is False  # written with real quotation marks


def test_every_kind_of_document_in_the_sample_can_be_typeset():
    assert {document["role"] for _, document in DOCUMENTS} == set(PARTS)


@each_document
def test_report_is_tagged_titled_and_of_a_reports_length(slug, file):
    with pikepdf.open(BytesIO(pdf_of(file))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.open_metadata()["pdfuaid:part"] == "1"
        assert " – " in str(pdf.docinfo["/Title"])
        assert 3 <= len(pdf.pages) <= 8


@each_document
def test_report_is_marked_as_a_sample_on_every_page(slug, file):
    document = pypdfium2.PdfDocument(pdf_of(file))
    pages = [page.get_textpage().get_text_bounded() for page in document]

    assert all("Sample – fictional" in page for page in pages)
    assert f"Page 2 of {len(pages)}" in pages[1]
    document.close()


def test_report_is_the_same_bytes_each_time():
    review, document = DOCUMENTS[0]

    assert report(review, document, board="One") == report(review, document, board="One")
