"""The title inside a published PDF is the one that was checked: an earlier one may name a child."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.test import Client

from reviews.models import CaseReview, ReviewDocument
from reviews.safety import Finding, texts_of
from tests.factories import download, make_document, make_review
from tests.factories.admin import admin_address, change, press, staff_client, upload
from tests.factories.files import content_of, kept_files, pdf
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
TITLE = "documents-0-title"
NAMED, RENAMED = "Report about Zoe", "Overview report"


@pytest.fixture
def second_client(second_editor) -> Client:
    return staff_client(second_editor)


def act(client: Client, document: ReviewDocument, **data: str) -> str:
    address = admin_address(document.review, "document", document.review_id, document.pk)
    return client.post(address, data, follow=True).content.decode()


def titles(content: bytes) -> set[str]:
    with pikepdf.open(BytesIO(content)) as copy:
        title = str(copy.docinfo["/Title"])
        return {title, str(copy.open_metadata().get("dc:title", title))}


def copy_of(item: CaseReview) -> bytes:
    return content_of(item.documents.get().cleaned)


def brought(client: Client, content: bytes | None = None) -> CaseReview:
    review = make_review(status=Status.DRAFT)
    file = {"documents-0-original": upload(content=content)}
    change(client, review, **file, **{TITLE: NAMED})
    return review


def again(review: CaseReview) -> Any:
    return CaseReview.objects.get(pk=review.pk)


@pytest.mark.parametrize("before", ["", "again", "pictures"])
def test_title_that_was_changed_before_the_sign_off_is_not_published(
    editor_client, second_client, before
):
    review = brought(editor_client)
    if before == "pictures":
        act(editor_client, review.documents.get(), act="pictures")
    change(editor_client, again(review), **{TITLE: RENAMED})
    assert titles(copy_of(review)) == {NAMED}
    if before == "again":
        act(editor_client, review.documents.get(), act="again")
        assert titles(copy_of(review)) == {RENAMED}
    document = review.documents.get()
    for finding in map(Finding.from_json, document.findings):
        given = {"act": "reason", "finding": finding.key}
        act(second_client, document, **given, reason="The text is offered another way")
    assert "is signed off" in act(second_client, document)
    assert titles(copy_of(review)) == {RENAMED}
    assert len(copy_of(review)) == review.documents.get().size


def test_title_of_a_public_document_changes_inside_it_with_the_check(
    editor_client, second_client, django_capture_on_commit_callbacks
):
    review = make_review()
    old = make_document(review)
    change(editor_client, review, **{TITLE: "Full report"})
    assert titles(copy_of(review)) == {RENAMED}
    with django_capture_on_commit_callbacks(execute=True):
        press(second_client, again(review), "accept")
    new = review.documents.get()
    assert titles(download(Client(), new.get_absolute_url())[1]) == {"Full report"}
    assert [page.text for page in new.report_pages.all()] == ["What we learned"]
    assert old.cleaned.name not in kept_files()
    assert old.original.name in kept_files()


def test_title_of_a_signed_off_document_of_a_draft_changes_with_the_check(
    editor_client, second_client
):
    review = make_review(status=Status.DRAFT)
    make_document(review)
    change(editor_client, review, **{TITLE: "Full report"})
    press(second_client, again(review), "check")
    assert titles(copy_of(review)) == {"Full report"}


def test_copy_that_cannot_get_its_title_is_not_signed_off(editor_client, second_client):
    review = make_review(status=Status.DRAFT)
    document = make_document(review, copy_title=NAMED, released_at=None)
    document.cleaned.save("cleaned.pdf", ContentFile(b"%PDF-broken"))
    assert "still carries its earlier title" in act(second_client, document)
    assert review.documents.get().released_at is None
    checked = press(second_client, again(review), "check").content.decode()
    assert "still carries its earlier title" in checked


def test_text_of_a_long_report_is_read_without_examining_it():
    assert texts_of(BytesIO(pdf(pages=3))) == ["What we learned"] * 3
    assert texts_of(BytesIO(b"%PDF-broken")) == []
