"""What is said about a document, and whether it is there at all, reaches the public through a
second person like the text of its page."""

import re
from typing import Any

import pytest
from django.test import Client

from reviews.models import CaseReview, ReviewDocument
from reviews.search.finding import find
from tests.factories import make_document, make_person, make_review
from tests.factories.admin import admin_address, change, change_address, press, staff_client, upload
from tests.factories.files import kept_files
from tests.unit.reviews.search.pages import add_report
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
TITLE, REMOVE, BACK = "documents-0-title", "documents-0-DELETE", "documents-0-taken_off"


def new() -> dict[str, Any]:
    """Fills in the form's empty place for a document."""
    return {"documents-1-title": "Action plan", "documents-1-original": upload()}


@pytest.fixture
def second_client(second_editor) -> Client:
    return staff_client(second_editor)


@pytest.fixture
def review() -> CaseReview:
    review = make_review()
    make_document(review, title="Overview report")
    return review


def public_page(review: CaseReview) -> str:
    return Client().get(review.get_absolute_url()).content.decode()


def again(item: Any) -> Any:
    return type(item).objects.get(pk=item.pk)


def events(review: CaseReview) -> list[str]:
    return list(HistoryEntry.objects.of(review).values_list("event", flat=True))


def newest_difference(client: Client, review: CaseReview) -> str:
    version = HistoryEntry.objects.of(review).versions()[0]
    return client.get(admin_address(review, "version", review.pk, version.pk)).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "before", "after"),
    [
        ("title", "Full report", "Overview report", "Full report"),
        ("role", "action plan", "Overview report, PDF", "Action plan, PDF"),
        ("language", "cy", "English", "Welsh"),
    ],
)
def test_words_wait_for_a_second_person(editor_client, second_client, field, value, before, after):
    review = make_review()
    make_document(review, title=before if field == "title" else "The report")
    page = change(editor_client, review, **{f"documents-0-{field}": value}).content.decode()
    assert "The public goes on seeing the page as it was" in page
    assert before in public_page(review)
    assert after not in public_page(review)
    preview = editor_client.get(admin_address(review, "preview", review.pk)).content.decode()
    assert after in preview
    press(second_client, again(review), "accept")
    assert after in public_page(review)
    assert review.documents.released().exists()


def test_order_waits_for_a_second_person(editor_client, second_client, review):
    make_document(review, title="Action plan")
    change(editor_client, review, **{"documents-0-order": "9"})
    page = public_page(review)
    assert page.index("Overview report") < page.index("Action plan")
    press(second_client, again(review), "accept")
    page = public_page(review)
    assert page.index("Overview report") > page.index("Action plan")


def test_words_of_a_proposal_are_seen_in_the_difference_and_the_form(editor_client, review):
    change(editor_client, review, **{TITLE: "Full report"})
    shown = newest_difference(editor_client, review)
    assert "Document “Full report”" in shown
    assert "<del>Overview </del><ins>Full </ins>report" in shown
    assert 'value="Full report"' in editor_client.get(change_address(review)).content.decode()


def test_documents_of_one_title_are_told_apart(editor_client, review):
    other = make_document(review, title="Overview report")
    change(editor_client, review, **{"documents-1-language": "cy"})
    shown = newest_difference(editor_client, review)
    assert f"Document “Overview report” (number {other.pk})" in shown
    assert re.search(r"<del>en\s*</del><ins>cy\s*</ins>", shown)


def test_removal_waits_and_loses_nothing(
    editor_client, second_client, review, django_capture_on_commit_callbacks
):
    document = review.documents.get()
    with django_capture_on_commit_callbacks(execute=True):
        change(editor_client, review, **{REMOVE: "on"})
    assert "Overview report" in public_page(review)
    assert re.search(r"<del>no\s*</del><ins>yes", newest_difference(editor_client, review))
    with django_capture_on_commit_callbacks(execute=True):
        press(second_client, again(review), "accept")
    assert "Overview report" not in public_page(review)
    assert Client().get(document.get_absolute_url()).status_code == 404
    assert set(document.kept_files) <= kept_files()


def test_document_that_was_taken_off_comes_back(editor_client, second_client, review):
    change(editor_client, review, **{REMOVE: "on"})
    press(second_client, again(review), "accept")
    change(editor_client, again(review), **{BACK: False})
    assert "Overview report" not in public_page(review)
    press(second_client, again(review), "accept")
    assert "Overview report" in public_page(review)


def test_older_version_brings_the_document_back(editor_client, second_client, review):
    change(editor_client, review, **{REMOVE: "on", "title": "Another title"})
    press(second_client, again(review), "accept")
    found = HistoryEntry.objects.of(review).versions().last()
    editor_client.post(admin_address(review, "version", review.pk, found.pk))
    press(second_client, again(review), "accept")
    assert "Overview report" in public_page(review)


def test_report_that_was_taken_off_is_not_searched(editor_client, second_client):
    review = make_review()
    add_report(review, "Zebras")
    assert find(CaseReview.objects.published(), "zebra").exists()
    change(editor_client, review, **{REMOVE: "on"})
    assert find(CaseReview.objects.published(), "zebra").exists()
    press(second_client, again(review), "accept")
    assert not find(CaseReview.objects.published(), "zebra").exists()
    ReviewDocument.objects.update(taken_off=False)
    assert find(CaseReview.objects.published(), "zebra").exists()


def test_file_is_taken_in_at_once_while_words_wait(editor_client, second_client, review):
    change(editor_client, review, **{TITLE: "Full report", **new()})
    assert again(review).proposed
    assert [document.title for document in review.documents.all()] == [
        "Overview report",
        "Action plan",
    ]
    assert not review.documents.get(title="Action plan").released_at
    assert events(review) == [
        "Changed, as a proposal",
        "Document “Action plan” added",
        "Found as it was before this change",
    ]
    shown = newest_difference(editor_client, review)
    assert "<del>Overview </del><ins>Full </ins>report" in shown
    assert "Action plan" not in shown
    press(second_client, again(review), "accept")
    titles = {document.title for document in review.documents.all()}
    assert titles == {"Full report", "Action plan"}


def test_added_document_alone_is_no_proposal(editor_client, review):
    change(editor_client, review, **new())
    assert again(review).proposed is None
    assert events(review)[0] == "Document “Action plan” added"
    assert "Document “Action plan”" in newest_difference(editor_client, review)


def test_document_that_came_after_a_proposal_makes_none_of_its_own(
    editor_client, second_client, review
):
    change(editor_client, review, **{TITLE: "Full report"})
    proposed = again(review).proposed
    change(second_client, again(review), **new())
    assert again(review).proposed == proposed
    change(second_client, again(review))
    assert again(review).proposed == proposed
    press(second_client, again(review), "accept")
    assert review.documents.count() == 2


def test_replaced_file_keeps_the_words_that_are_public(editor_client, second_client, review):
    change(editor_client, review, **{TITLE: "Full report", "documents-0-original": upload()})
    document = review.documents.get()
    assert (document.title, document.released_at) == ("Overview report", None)
    assert "Document “Overview report”: file replaced" in events(review)
    press(second_client, again(review), "accept")
    assert review.documents.get().title == "Full report"


def test_file_that_was_never_signed_off_is_destroyed_at_once(
    editor_client, django_capture_on_commit_callbacks
):
    review = make_review()
    document = make_document(review, released_at=None)
    with django_capture_on_commit_callbacks(execute=True):
        change(editor_client, review, **{REMOVE: "on"})
    assert not review.documents.exists()
    assert not set(document.kept_files) & kept_files()
    assert events(review)[0] == "Document “Overview report” removed"
    assert again(review).proposed is None


@pytest.mark.parametrize("changes", [{TITLE: "Report"}, {REMOVE: "on"}, {}])
def test_page_that_is_not_public_becomes_a_draft_with_a_version(editor_client, changes):
    review = make_review(status=Status.CHECKED)
    make_document(review)
    change(editor_client, review, **(changes or new()))
    assert again(review).status == Status.DRAFT
    assert events(review)[0] == ("Changed" if changes else "Document “Action plan” added")
    assert "Document “" in newest_difference(editor_client, review)


def test_replaced_file_of_a_checked_page_needs_a_new_check(editor_client):
    review = make_review(status=Status.CHECKED)
    make_document(review)
    change(editor_client, review, **{"documents-0-original": upload()})
    assert again(review).status == Status.DRAFT
    assert events(review) == ["Document “Overview report”: file replaced"]


def test_new_text_and_new_file_of_a_draft_are_one_version(editor_client):
    review = make_review(status=Status.DRAFT)
    change(editor_client, review, title="Another title", **{"documents-0-original": upload()},
           **{TITLE: "Report"})  # fmt: skip
    assert events(review)[0] == "Changed; Document “Report” added"


def check_page_of(document: ReviewDocument) -> str:
    return admin_address(document.review, "document", document.review_id, document.pk)


def test_what_was_taken_off_can_be_destroyed_for_good(
    editor_client, django_capture_on_commit_callbacks
):
    review = make_review()
    document = make_document(review, taken_off=True)
    assert (
        "Destroy it with its files" in editor_client.get(check_page_of(document)).content.decode()
    )
    with django_capture_on_commit_callbacks(execute=True):
        page = editor_client.post(check_page_of(document), {"act": "destroy"}, follow=True)
    assert "is destroyed with its files" in page.content.decode()
    assert not review.documents.exists()
    assert not set(document.kept_files) & kept_files()
    assert events(review)[0] == "Document “Overview report” destroyed with its files"


def test_what_is_on_the_page_is_not_destroyed(editor_client, review):
    document = review.documents.get()
    page = editor_client.post(check_page_of(document), {"act": "destroy"}, follow=True)
    assert "has to be taken off the page before it is destroyed" in page.content.decode()
    assert review.documents.exists()


def test_second_editor_is_told_of_a_document_s_new_title(editor_client, review):
    third = staff_client(make_person(Role.EDITOR))
    opened = third.get(change_address(review)).content.decode()
    change(editor_client, review, **{TITLE: "Full report"})
    fingerprint = opened.split('name="opened" value="')[1].split('"')[0]
    page = change(third, review, opened=fingerprint, title="Another title").content.decode()
    assert "saved this page" in page
    assert "<del>Overview </del><ins>Full </ins>report" in page
