"""What a search looks in follows every change of the texts, whoever makes it."""

from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from reviews.documents import release_imported, take_in
from reviews.models import CaseReview, LearningPoint, Recommendation, ReportPage, SearchEntry
from reviews.search.finding import find
from reviews.search.report_text import LONGEST_PAGE, _tidy, keep_text
from tests.factories import make_briefing, make_document, make_review
from tests.unit.reviews.search.pages import add_report

pytestmark = pytest.mark.django_db


def is_found(words: str) -> bool:
    return find(CaseReview.objects.published(), words).exists()


def test_change_of_a_review_is_searched_at_once() -> None:
    review = make_review(title="Before")
    CaseReview.objects.filter(pk=review.pk).update(title="Afterwards")
    assert is_found("afterwards")
    assert not is_found("before")


@pytest.mark.parametrize("model", [LearningPoint, Recommendation])
def test_parts_of_a_review_are_searched_as_they_come_and_go(model: Any) -> None:
    review, other = make_review(learning=[]), make_review(learning=[])
    model.objects.bulk_create([model(review=review, text="Zebras"), model(review=review, text="x")])
    assert is_found("zebra")
    model.objects.filter(text="Zebras").update(text="Lions")
    assert is_found("lion")
    assert not is_found("zebra")
    model.objects.filter(text="Lions").update(review=other)
    assert find(CaseReview.objects.published(), "lion").get() == other
    model.objects.all().delete()
    assert not is_found("lion")


def test_snippets_are_cut_from_text_without_markup() -> None:
    review = make_review(
        summary="A **bold** \x02word", learning=["- See [the guide](https://example.org)"]
    )
    text = SearchEntry.objects.get(review=review).text
    assert text.startswith("A bold word\nSee the guide\n")
    assert str(SearchEntry.objects.get(review=review)) == f"Search entry {review.pk}"


def test_review_with_everything_can_be_deleted() -> None:
    review = make_review()
    add_report(review, "Words")
    review.delete()
    assert not SearchEntry.objects.exists()
    assert not ReportPage.objects.exists()


def test_texts_too_long_for_one_entry_are_searched_from_the_start() -> None:
    words = " ".join(f"first{n} " + "ŵ" * 60 + str(n) for n in range(60))
    review = make_review(learning=[words] * 60)
    add_report(review, *[" ".join(f"w{n}x{m}" + "ŵ" * 25 for m in range(900)) for n in range(12)])
    assert is_found("first1")


def test_text_of_a_report_is_kept_when_it_is_signed_off() -> None:
    document = make_document(make_review(), released_at=None)
    assert not ReportPage.objects.exists()
    release_imported(document, timezone.now())
    page = ReportPage.objects.get()
    assert (page.document_id, page.number, page.text) == (document.pk, 1, "What we learned")
    assert str(page) == "Overview report, page 1"
    keep_text(document)
    assert ReportPage.objects.count() == 1


def test_replaced_file_is_searched_no_longer() -> None:
    document = add_report(make_review(), "Zebras")
    assert is_found("zebra")
    take_in(document=document, by=None)
    assert not ReportPage.objects.exists()
    assert not is_found("zebra")


def test_deleted_document_is_searched_no_longer() -> None:
    add_report(make_review(), "Zebras").delete()
    assert not is_found("zebra")


def test_reports_that_were_not_read_yet_can_be_read_later(capsys) -> None:
    make_document(make_review())
    call_command("read_reports")
    assert capsys.readouterr().out == "Overview report: 1 pages\n"
    call_command("read_reports")
    assert not capsys.readouterr().out


def test_document_of_a_briefing_is_not_kept() -> None:
    keep_text(make_document(make_briefing()))
    assert not ReportPage.objects.exists()


def test_report_that_cannot_be_read_has_no_pages(tmp_path) -> None:
    document = make_document(make_review())
    with document.cleaned.storage.open(document.cleaned.name, "wb") as file:
        file.write(b"no PDF")
    keep_text(document)
    assert not ReportPage.objects.exists()


def test_text_of_a_page_is_whole_words_that_can_be_stored() -> None:
    assert _tidy(" safe\x02\r\nguarding Sia\u0302n\x00\ud800 \u00ad") == "safeguarding Siân"
    assert _tidy("sis\ufffeter") == "sister"
    assert len(_tidy("a " * LONGEST_PAGE)) == LONGEST_PAGE
