"""Every version of a review: who, when, what changed, and bringing one back."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from reviews.models import CaseReview
from tests.factories import make_review, sign_in
from tests.factories.admin import admin_address, change, change_address
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def history_of(review: CaseReview) -> str:
    return admin_address(review, "history", review.pk)


def version_address(version: HistoryEntry) -> str:
    return admin_address(CaseReview, "version", version.object_id, version.pk)


def edited_twice(client: Client, **fields) -> CaseReview:
    review = make_review(title="First title", learning=["One"], **fields)
    change(client, review, title="Second title")
    change(client, review, **{"title": "Third title", "learning_points-0-text": "One and two"})
    return CaseReview.objects.get()


def test_history_of_what_nobody_has_changed(editor_client):
    page = editor_client.get(history_of(make_review())).content.decode()
    assert "Nothing has been written here yet." in page


def test_history_lists_who_did_what(editor, editor_client):
    review = edited_twice(editor_client, status=Status.DRAFT)
    events = list(HistoryEntry.objects.of(review).values_list("event", "by"))
    found = ("Found as it was before this change", None)
    assert events == [("Changed", editor.pk), ("Changed", editor.pk), found]
    page = editor_client.get(history_of(review)).content.decode()
    assert editor.email in page
    assert "nobody of this site" in page


def test_long_history_has_pages(editor_client):
    review = make_review(status=Status.DRAFT)
    for number in range(21):
        change(editor_client, review, title=f"Title {number}")
    assert "?page=2" in editor_client.get(history_of(review)).content.decode()
    assert "?page=1" in editor_client.get(f"{history_of(review)}?page=2").content.decode()


def test_version_shows_what_it_changed(editor_client):
    review = edited_twice(editor_client, status=Status.DRAFT)
    version = HistoryEntry.objects.of(review).first()
    page = editor_client.get(version_address(version)).content.decode()
    assert "<del>Second </del><ins>Third </ins>title" in page
    assert "Learning point 1" in page
    assert "What happened" not in page


def test_first_version_is_shown_whole(editor_client):
    review = edited_twice(editor_client, status=Status.DRAFT)
    version = HistoryEntry.objects.of(review).last()
    page = editor_client.get(version_address(version)).content.decode()
    assert "This is the first version kept." in page
    assert "<ins>First title</ins>" in page


def test_version_of_a_draft_comes_back_as_a_new_one(editor_client, second_editor):
    review = edited_twice(editor_client, status=Status.DRAFT)
    first = HistoryEntry.objects.of(review).last()
    second_client = sign_in(Client(), second_editor)
    second_client.post(version_address(first))
    review.refresh_from_db()
    assert (review.title, review.edited_by) == ("First title", second_editor)
    assert [point.text for point in review.learning_points.all()] == ["One"]
    assert HistoryEntry.objects.of(review).first().event.startswith("Restored from ")
    assert HistoryEntry.objects.of(review).count() == 4


def test_version_of_a_public_page_comes_back_as_a_proposal(editor_client):
    review = edited_twice(editor_client)
    second = HistoryEntry.objects.of(review).filter(content__fields__title="Second title").get()
    editor_client.post(version_address(second))
    review.refresh_from_db()
    assert review.title == "First title"
    assert review.proposed.content["fields"]["title"] == "Second title"


def test_history_is_for_who_may_edit(panel_member):
    panel_member.is_staff = True
    panel_member.save()
    client, review = sign_in(Client(), panel_member), make_review()
    assert client.get(history_of(review)).status_code == 403


def test_who_may_only_look_restores_nothing(panel_member, editor_client):
    review = edited_twice(editor_client, status=Status.DRAFT)
    panel_member.is_staff = True
    panel_member.save()
    panel_member.user_permissions.add(Permission.objects.get(codename="view_casereview"))
    client, first = sign_in(Client(), panel_member), HistoryEntry.objects.of(review).last()
    assert client.get(version_address(first)).status_code == 200
    assert client.post(version_address(first)).status_code == 403
    assert client.get(change_address(review)).status_code == 200


def test_looking_is_not_restoring(editor_client):
    review = edited_twice(editor_client, status=Status.DRAFT)
    from_draft = HistoryEntry.objects.of(review).last()
    assert editor_client.get(version_address(from_draft)).status_code == 200
    review.refresh_from_db()
    assert review.title == "Third title"
