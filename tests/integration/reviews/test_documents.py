"""A document on its way to the public: upload, safety check, a second person."""

import hashlib

import pytest
from django.test import Client

from reviews.models import CaseReview, ReviewDocument
from tests.factories import download, make_document, make_review, sign_in
from tests.factories.admin import add, admin_address, change, change_address, staff_client, upload
from tests.factories.files import PROGRAM, content_of, kept_files, pdf, pdf_with_covered_words
from tests.integration.reviews.test_editing import TYPED, typed
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
FILE = "documents-0-original"


@pytest.fixture
def review() -> CaseReview:
    return make_review()


@pytest.fixture
def uploaded(editor, review) -> ReviewDocument:
    """As the upload leaves it, without running the safety check again."""
    return make_document(review, uploaded_by=editor, released_at=None)


@pytest.fixture
def second_client(second_editor) -> Client:
    return staff_client(second_editor)


def check_address(document: ReviewDocument, page: str = "document") -> str:
    return admin_address(document.review, page, document.review_id, document.pk)


def status_for_public(document: ReviewDocument) -> int:
    return download(Client(), document.get_absolute_url())[0].status_code


def sign_off(client: Client, document: ReviewDocument) -> str:
    return client.post(check_address(document), follow=True).content.decode()


def test_upload_goes_through_the_safety_check_and_waits(editor, editor_client, review):
    change(editor_client, review, **{FILE: upload(), "documents-0-title": "Overview report"})
    uploaded = review.documents.get()
    assert uploaded.findings == []
    assert (uploaded.pages, uploaded.uploaded_by) == (1, editor)
    assert uploaded.checksum == hashlib.sha256(content_of(uploaded.original)).hexdigest()
    assert uploaded.size == len(content_of(uploaded.cleaned))
    page = editor_client.get(change_address(uploaded.review)).content.decode()
    assert "Waits for a second person to sign it off" in page
    assert check_address(uploaded) in page
    assert status_for_public(uploaded) == 404


def test_second_person_signs_off(second_client, second_editor, uploaded):
    assert "Nothing was found in" in second_client.get(check_address(uploaded)).content.decode()
    assert "is signed off" in sign_off(second_client, uploaded)
    uploaded.refresh_from_db()
    assert uploaded.released_by == second_editor
    assert status_for_public(uploaded) == 200
    page = Client().get(uploaded.review.get_absolute_url()).content.decode()
    assert "Overview report" in page
    assert "1 page" in page


@pytest.mark.parametrize("asked", ["whole", "part", "changed"])
def test_no_cache_keeps_a_document_for_longer_than_a_page(review, asked):
    address = make_document(review).get_absolute_url()
    whole = download(Client(), address)[0]
    headers = {"part": {"range": "bytes=0-9"}, "changed": {"if-none-match": whole.headers["ETag"]}}
    answer = Client().get(address, headers=headers.get(asked))
    assert answer.status_code == {"whole": 200, "part": 206, "changed": 304}[asked]
    assert answer.headers["Cache-Control"].startswith("public, max-age=")
    answer.close()


def test_second_person_reads_the_cleaned_copy(second_client, uploaded):
    response, content = download(second_client, check_address(uploaded, "document_file"))
    assert response.headers["Content-Type"] == "application/pdf"
    assert content == content_of(uploaded.cleaned)


def test_first_person_alone_is_not_enough(editor_client, uploaded):
    assert "was uploaded by you" in editor_client.get(check_address(uploaded)).content.decode()
    assert "was uploaded by you" in sign_off(editor_client, uploaded)
    assert status_for_public(uploaded) == 404


def test_sign_off_twice_is_told(second_client, uploaded):
    sign_off(second_client, uploaded)
    assert "is signed off already" in sign_off(second_client, uploaded)


def test_sign_off_is_recorded(second_client, second_editor, uploaded):
    sign_off(second_client, uploaded)
    history = admin_address(uploaded.review, "history", uploaded.review_id)
    page = second_client.get(history).content.decode()
    assert "Signed off document “Overview report”" in page
    assert second_editor.email in page


def test_file_with_critical_findings_is_blocked(editor_client, second_client, review):
    changes = {FILE: upload(content=pdf_with_covered_words()), "documents-0-title": "Report"}
    page = change(editor_client, review, **changes).content.decode()
    assert "Blocked by critical findings" in page
    document = review.documents.get()
    check = second_client.get(check_address(document)).content.decode()
    assert "Critical" in check
    assert "has critical findings" in check
    assert "has critical findings" in sign_off(second_client, document)
    assert status_for_public(document) == 404


def test_replaced_file_needs_a_new_sign_off_and_the_old_is_kept_no_longer(
    editor_client, review, django_capture_on_commit_callbacks
):
    old = make_document(review)
    with django_capture_on_commit_callbacks(execute=True):
        change(editor_client, review, **{FILE: upload(content=pdf("Something else"))})
    new = ReviewDocument.objects.get()
    assert (new.pk, new.released_at, new.released_by) == (old.pk, None, None)
    assert new.checksum != old.checksum
    assert status_for_public(new) == 404
    assert set(new.kept_files) <= kept_files()
    assert not set(old.kept_files) & kept_files()


def test_deleted_draft_takes_its_files_along(editor_client, django_capture_on_commit_callbacks):
    draft = make_review(status=Status.DRAFT)
    document = make_document(draft)
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(admin_address(draft, "delete", draft.pk), {"post": "yes"})
    assert not ReviewDocument.objects.exists()
    assert not set(document.kept_files) & kept_files()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (PROGRAM, "This file is a Windows program, not a PDF."),
        (b"", "The submitted file is empty."),
        (pdf()[:-40], "The end of this PDF is missing."),
    ],
    ids=["program", "empty", "cut off"],
)
def test_file_that_is_no_pdf_is_refused_and_nothing_typed_is_lost(editor_client, content, sentence):
    before = kept_files()
    changes = {FILE: upload("report.pdf", content), "documents-0-title": "Full report"}
    page = add(editor_client, CaseReview, **typed(**changes)).content.decode()
    assert sentence in page
    for words in (*TYPED.values(), "Ask, and tell.", "Full report"):
        assert words in page
    assert not CaseReview.objects.exists()
    assert kept_files() == before


def test_document_of_another_review_is_not_found(editor_client, uploaded):
    other = make_review()
    address = admin_address(other, "document", other.pk, uploaded.pk)
    assert editor_client.get(address).status_code == 404
    assert editor_client.get(f"{address}file/").status_code == 404


def test_check_is_for_editors_alone(panel_member, uploaded):
    panel_member.is_staff = True
    panel_member.save()
    client = sign_in(Client(), panel_member)
    for page in ("document", "document_file"):
        assert client.get(check_address(uploaded, page)).status_code == 403
        assert Client().get(check_address(uploaded, page)).status_code == 302
    assert client.post(check_address(uploaded)).status_code == 403


def test_preview_of_a_draft_hands_out_signed_off_documents(editor_client):
    draft = make_review(status=Status.DRAFT)
    document = make_document(draft)
    preview = admin_address(draft, "preview", draft.pk)
    assert document.address_from_page in editor_client.get(preview).content.decode()
    response, content = download(editor_client, preview + document.address_from_page)
    assert response.status_code == 200
    assert content == content_of(document.cleaned)
    assert status_for_public(document) == 404


def test_preview_hands_out_no_document_that_waits(editor_client):
    draft = make_review(status=Status.DRAFT)
    document = make_document(draft, released_at=None)
    preview = admin_address(draft, "preview", draft.pk)
    assert document.address_from_page not in editor_client.get(preview).content.decode()
    assert editor_client.get(preview + document.address_from_page).status_code == 404
