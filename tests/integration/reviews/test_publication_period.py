"""After the publication period: reminder, list of what is due, on request, prolonged."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from reviews.models import CaseReview
from tests.factories import download, make_briefing, make_document, make_person, make_review
from tests.factories.admin import admin_address, change_address, press
from tscb.board.models import BoardSettings
from tscb.board.roles import Role
from tscb.common.publishing.due import months_after
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


def today():
    return timezone.localdate()


def make_due(**fields) -> CaseReview:
    return make_review(due_for_review_on=today() - timedelta(days=1), **fields)


@pytest.mark.parametrize("months", [12, 24])
def test_period_begins_with_publication(editor_client, months):
    BoardSettings.objects.update_or_create(pk=1, defaults={"publication_months": months})
    review = make_review(status=Status.CHECKED)
    press(editor_client, review, "publish")
    review.refresh_from_db()
    assert review.due_for_review_on == months_after(today(), months)


def test_each_editor_is_reminded_once(editor):
    make_person(Role.EDITOR, is_active=False)
    make_person(Role.PANEL_MEMBER)
    review = make_due(title="A due review")
    make_review(due_for_review_on=today() + timedelta(days=1))
    make_due(status=Status.ARCHIVED)
    for _ in range(2):
        call_command("tick")
    (message,) = mail.outbox
    assert message.to == [editor.email]
    assert "A due review" in message.body
    assert change_address(review) in message.body


def test_list_of_what_is_due(editor_client):
    make_due(title="This is due")
    make_review(title="This is not", due_for_review_on=today() + timedelta(days=1))
    page = editor_client.get(f"{admin_address(CaseReview, 'changelist')}?due=yes").content.decode()
    assert "This is due" in page
    assert "This is not" not in page
    assert "Due for review" in editor_client.get(admin_address(CaseReview, "changelist")).text


def test_page_of_what_is_due_says_so(editor_client):
    page = editor_client.get(change_address(make_due())).content.decode()
    assert "Its publication period ended on" in page


def test_report_on_request_learning_stays(editor_client):
    BoardSettings.objects.update_or_create(pk=1, defaults={"public_email": "ask@board.example"})
    review = make_due(learning=["Ask, and tell."])
    document = make_document(review)
    briefing = make_briefing()
    briefing.reviews.add(review)
    press(editor_client, review, "archive")
    page = Client().get(review.get_absolute_url()).content.decode()
    assert "Ask, and tell." in page
    assert briefing.title in page
    assert "Documents on request" in page
    assert "mailto:ask@board.example" in page
    assert document.title not in page
    assert Client().get(document.get_absolute_url()).status_code == 404


def test_prolonged_review_has_its_documents_and_falls_due_again(editor_client):
    review = make_due(reminded_at=timezone.now())
    document = make_document(review)
    press(editor_client, review, "archive")
    press(editor_client, review, "prolong")
    review.refresh_from_db()
    assert review.status == Status.PUBLISHED
    assert review.due_for_review_on == months_after(today(), 12)
    assert review.reminded_at is None
    assert download(Client(), document.get_absolute_url())[0].status_code == 200


def test_archived_page_can_still_be_corrected(editor_client, second_editor):
    review = make_due()
    press(editor_client, review, "archive")
    page = editor_client.get(change_address(review)).content.decode()
    assert "Publish with its documents for another period" in page
