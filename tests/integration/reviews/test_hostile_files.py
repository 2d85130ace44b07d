"""Files that harm, from the upload in the admin to the report: each gets a clear sentence, nothing
of it becomes public, and the site lives on."""

import tracemalloc

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from pytest_django.fixtures import Settings

from reviews import inspection
from reviews.models import ReviewDocument
from reviews.models.document import CheckState
from tests.factories import make_document, make_review
from tests.factories.admin import admin_address, change, upload
from tests.factories.files import kept_files, pdf
from tests.factories.hostile import (
    and_a_page_of_html,
    and_a_zip,
    bookmarks_in_a_circle,
    form_that_draws_itself,
    forms_without_end,
    large,
    many_objects,
    packed_bomb,
    page_tree,
    pages_in_a_circle,
    protected,
    with_script,
    without_pages,
)
from tscb.common.uploads import pdf_process

pytestmark = pytest.mark.django_db
MEGABYTE = 1_000_000


@pytest.fixture
def review():
    return make_review()


def bring(client, review, content: bytes) -> str:
    data = {"documents-0-original": upload(content=content), "documents-0-title": "Report"}
    return change(client, review, **data).content.decode()


def check_page(client, document) -> str:
    at = admin_address(document.review, "document", document.review_id, document.pk)
    return client.get(at).content.decode()


def is_public(client, review) -> bool:
    return b"/documents/" in client.get(review.get_absolute_url()).content


def the_site_lives(client) -> bool:
    return client.get("/worried-about-a-child/").status_code == 200


REFUSED = {
    "password": (protected("secret"), "needs a password. Save a copy without"),
    "truncated": (pdf()[:-40], "The end of this PDF is missing"),
    "cut in the middle": (pdf()[:300] + b"\n%%EOF", "damaged and cannot be opened"),
    "zip": (and_a_zip(), "a zip archive in one"),
    "web page": (and_a_page_of_html(), "is a PDF and"),
    "without pages": (without_pages(), "damaged and cannot be opened"),
    "pages in a circle": (pages_in_a_circle(), "cannot be read safely"),
    "deep page tree": (page_tree(2_000), "cannot be read safely"),
    "endless drawing": (forms_without_end(), "takes too long to read"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_with_a_sentence_and_nothing_is_kept(
    editor_client, client, review, what, monkeypatch
):
    monkeypatch.setattr(pdf_process, "CHECK_SECONDS", 2)
    content, sentence = REFUSED[what]
    before = kept_files()
    page = bring(editor_client, review, content)
    assert sentence in page
    assert not ReviewDocument.objects.exists()
    assert kept_files() == before
    assert the_site_lives(client)


def test_file_larger_than_we_take_is_refused(editor_client, review, settings: Settings):
    settings.UPLOAD_MAX_DOCUMENT_BYTES = MEGABYTE
    page = bring(editor_client, review, large(2 * MEGABYTE))
    assert "The largest that we can take is" in page
    assert not ReviewDocument.objects.exists()


TAKEN = {
    "protected without a password": (
        protected(""),
        "Printing, copying or reading aloud is restricted",
    ),
    "script": (with_script(), "The file holds scripts. The public copy is without"),
    "many objects": (many_objects(100_000), "Nothing was found"),
    "form that draws itself": (form_that_draws_itself(), "Nothing was found"),
    "bookmarks in a circle": (bookmarks_in_a_circle(), "Nothing was found"),
}


@pytest.mark.parametrize("what", TAKEN)
def test_taken_in_with_a_report_and_not_public(editor_client, client, review, what):
    content, sentence = TAKEN[what]
    bring(editor_client, review, content)
    call_command("tick")
    document = ReviewDocument.objects.get()
    assert (document.is_checked, bool(document.cleaned)) == (True, True)
    assert sentence in check_page(editor_client, document)
    assert not is_public(client, review)
    assert the_site_lives(client)


def test_page_tree_of_four_hundred_levels_is_not_read(editor_client, client, review):
    bring(editor_client, review, page_tree(400))
    document = ReviewDocument.objects.get()
    assert "The check failed" in check_page(editor_client, document)
    assert "damaged or not a PDF" in check_page(editor_client, document)
    assert not document.cleaned
    assert not is_public(client, review)


def test_drawing_that_ends_the_check_fails_it(editor_client, client, review, settings: Settings):
    settings.UPLOAD_CHILD_STEP_SECONDS = 0.5
    document = make_document(review, released_at=None, check_state=CheckState.WAITING)
    document.original.save("a.pdf", ContentFile(forms_without_end()))
    document.cleaned.delete()
    call_command("tick")
    page = check_page(editor_client, document)
    assert "takes too long to examine" in page
    assert "The check failed" in page
    assert not is_public(client, review)
    assert the_site_lives(client)


def test_file_that_takes_long_is_left_to_the_worker(editor_client, review, settings: Settings):
    settings.UPLOAD_CHILD_STEP_SECONDS = 0.5
    document = make_document(review, released_at=None)
    document.original.save("a.pdf", ContentFile(forms_without_end()))
    at = admin_address(review, "document", review.pk, document.pk)
    editor_client.post(at, {"act": "again"})
    document.refresh_from_db()
    assert (document.check_state, document.findings) == (CheckState.WAITING, [])
    call_command("tick")
    assert "takes too long to examine" in check_page(editor_client, document)


def test_packed_bomb_is_ended_at_its_limit_of_memory(
    editor_client, client, review, settings: Settings
):
    settings.UPLOAD_CHILD_MEMORY = 300 * MEGABYTE
    bring(editor_client, review, packed_bomb())
    document = ReviewDocument.objects.get()
    assert "breaks the program that examines it" in check_page(editor_client, document)
    assert not is_public(client, review)
    assert the_site_lives(client)


def test_five_hundred_pages_are_checked_in_the_background(editor_client, client, review):
    bring(editor_client, review, pdf(pages=500))
    document = ReviewDocument.objects.get()
    assert "Its check has not begun yet" in check_page(editor_client, document)
    call_command("tick")
    document.refresh_from_db()
    assert (document.is_checked, document.pages) == (True, 500)
    assert "Nothing was found" in check_page(editor_client, document)
    assert not is_public(client, review)


def test_more_pages_than_we_take_are_refused(editor_client, review, settings: Settings):
    settings.UPLOAD_MAX_PDF_PAGES = 40
    assert "This PDF has 41 pages" in bring(editor_client, review, pdf(pages=41))


def test_large_file_passes_through_the_site_in_pieces(editor_client, review):
    bring(editor_client, review, large(20 * MEGABYTE))
    document = ReviewDocument.objects.get()
    tracemalloc.start()
    try:
        with inspection.looked_at(document) as look:
            used = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert look.report.pages == 1
    assert used < 2 * MEGABYTE
