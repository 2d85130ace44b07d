"""The page of a document's safety check: reasons, pictures, checking again, waiting."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from reviews import long_checks
from reviews.models import ReviewDocument
from reviews.models.document import CheckState
from reviews.safety import Finding
from tests.factories import make_document, make_person, make_review, sign_in
from tests.factories.admin import admin_address, change, press, staff_client, upload
from tests.factories.files import pdf, pdf_with_covered_words
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
FILE = "documents-0-original"
PHONE = "Ring 0161 496 0000"


@pytest.fixture
def review():
    return make_review(status=Status.DRAFT)


@pytest.fixture
def second_client(second_editor) -> Client:
    return staff_client(second_editor)


def brought(client: Client, review, content: bytes) -> ReviewDocument:
    change(client, review, **{FILE: upload(content=content), "documents-0-title": "Report"})
    return review.documents.get()


def address(document, page: str = "document", *more) -> str:
    return admin_address(document.review, page, document.review_id, document.pk, *more)


def send(client: Client, document, **data: str) -> str:
    return client.post(address(document), data, follow=True).content.decode()


def test_warning_needs_a_reason_before_sign_off(editor_client, second_client, review):
    document = brought(editor_client, review, pdf(PHONE))
    (finding,) = map(Finding.from_json, document.findings)
    page = second_client.get(address(document)).content.decode()
    assert "Page 1" in page
    assert "Why may it stay?" in page
    assert "warnings without a reason" in send(second_client, document)
    given = {"act": "reason", "finding": finding.key}
    assert "Write in 10 to 300 letters" in send(second_client, document, **given, reason="ok")
    page = send(second_client, document, **given, reason="The board’s own telephone number")
    assert "May stay: The board’s own telephone number" in page
    assert "is signed off" in send(second_client, document)
    assert "reasons stay as they are" in send(
        second_client, document, **given, reason="Another reason for it"
    )
    event = HistoryEntry.objects.of(review).get(event__contains="may stay, because")
    assert "telephone number, page 1" in event.event
    assert event.by.email


def test_reason_for_a_warning_that_is_gone_is_refused(editor_client, review):
    document = make_document(review, released_at=None)
    page = send(editor_client, document, act="reason", finding="x", reason="Because of this")
    assert "no longer there" in page


def test_reason_does_not_repeat_the_name(editor_client, editor, review):
    document = make_document(review, released_at=None)
    referral = received(child_first_names="Morwenna")
    link_page = f"/panel/reviews/{review.pk}/referrals/"
    editor_client.post(link_page, {"reference": referral.reference})
    document = brought(editor_client, make_review(status=Status.DRAFT), pdf(PHONE))
    editor_client.post(
        f"/panel/reviews/{document.review_id}/referrals/", {"reference": referral.reference}
    )
    send(editor_client, document, act="again")
    document.refresh_from_db()
    key = Finding.from_json(document.findings[0]).key
    page = send(editor_client, document, act="reason", finding=key, reason="Morwenna asked for it")
    assert "Do not repeat in the reason" in page


def test_copy_of_pictures_has_no_hidden_words(editor_client, second_client, review):
    document = brought(editor_client, review, pdf_with_covered_words())
    assert "Blocked" in document.stage_in_words
    assert "less accessible" in send(editor_client, document, act="pictures")
    document.refresh_from_db()
    assert document.image_only
    assert "Waits for a second person" in document.stage_in_words
    with document.cleaned.open("rb") as file:
        assert b"Thomas" not in file.read()
    assert "warnings without a reason" in send(second_client, document)
    assert "that is not signed off is made of pictures" in send(
        editor_client, document, act="pictures"
    )


def test_file_that_cannot_be_drawn_has_no_copy_of_pictures(editor_client, review):
    document = make_document(review, released_at=None)
    document.original.save("a.pdf", ContentFile(b"%PDF-1.7 broken"))
    assert "No clean copy can be made" in send(editor_client, document, act="pictures")


def test_earlier_check_is_told_and_done_again(editor_client, second_client, review):
    document = make_document(review, released_at=None, gate_version=0)
    assert "Check it again" in second_client.get(address(document)).content.decode()
    assert "has to be checked again" in send(second_client, document)
    send(second_client, document, act="again")
    assert "is signed off" in send(second_client, document)


def test_publishing_checks_again_and_refuses_what_is_found(editor_client, second_editor):
    review = make_review(status=Status.CHECKED)
    document = make_document(review, gate_version=0)
    document.original.save("a.pdf", ContentFile(pdf(PHONE)))
    press(editor_client, review, "publish")
    document.refresh_from_db()
    assert document.released_at is None
    assert HistoryEntry.objects.of(review).filter(event__contains="taken back").exists()


def test_name_in_the_summary_stops_the_check(editor_client, second_client, review):
    referral = received(child_first_names="Morwenna")
    at = f"/panel/reviews/{review.pk}/referrals/"
    editor_client.post(at, {"reference": referral.reference.lower()})
    change(editor_client, review, summary="About Morwenna’s family")
    page = press(second_client, review, "check").content.decode()
    assert "“Summary” holds a first name from the referral" in page
    review.refresh_from_db()
    assert review.status == Status.DRAFT


def test_file_that_is_gone_is_a_finding(review):
    document = make_document(review, check_state=CheckState.WAITING, released_at=None)
    document.original.storage.delete(document.original.name)
    long_checks.inspect_next()
    document.refresh_from_db()
    assert "cannot be read here" in document.critical_findings[0]["message"]


def test_button_that_there_is_not_signs_nothing_off(second_client, review):
    document = make_document(review, released_at=None)
    assert second_client.post(address(document), {"act": "other"}).status_code == 404
    document.refresh_from_db()
    assert document.released_at is None


def test_linking_through_the_page(review):
    coordinator = sign_in(Client(), make_person(Role.COORDINATOR))
    at = f"/panel/reviews/{review.pk}/referrals/"
    assert "No referral is linked yet" in coordinator.get(at).content.decode()
    wrong = coordinator.post(at, {"reference": "R-0000-0000"}, follow=True).content.decode()
    assert "no received referral with this reference" in wrong
    referral = received()
    linked = coordinator.post(at, {"reference": f" {referral.reference} "}, follow=True)
    assert f"<strong>{referral.reference}</strong>, linked by" in linked.content.decode()
    gone = coordinator.post(at, {"unlink": referral.reference}, follow=True).content.decode()
    assert "No referral is linked yet" in gone


@pytest.mark.parametrize(("status", "is_told"), [("draft", False), ("published", True)])
def test_linking_what_is_public_already_says_that_nobody_compared_it(status, is_told):
    coordinator = sign_in(Client(), make_person(Role.COORDINATOR))
    at = f"/panel/reviews/{make_review(status=status).pk}/referrals/"
    page = coordinator.post(at, {"reference": received().reference}, follow=True)
    assert ("was not compared with this referral" in page.content.decode()) is is_told


def test_scheduled_review_that_is_linked_does_not_come_out_uncompared():
    review = make_review(published_at=timezone.now() + timedelta(hours=1))
    at = f"/panel/reviews/{review.pk}/referrals/"
    coordinator = sign_in(Client(), make_person(Role.COORDINATOR))
    page = coordinator.post(at, {"reference": received().reference}, follow=True)
    assert "It was withdrawn: take it up again" in page.content.decode()
    review.refresh_from_db()
    assert review.status == Status.WITHDRAWN


def test_editor_links_but_does_not_take_away(editor_client, review):
    at, reference = f"/panel/reviews/{review.pk}/referrals/", received().reference
    page = editor_client.post(at, {"reference": reference}, follow=True).content.decode()
    assert f"<strong>{reference}</strong>" in page
    assert "Take the link" not in page
    assert editor_client.post(at, {"unlink": reference}).status_code == 403


def test_linking_is_throttled_and_not_for_everybody(review, monkeypatch):
    at = f"/panel/reviews/{review.pk}/referrals/"
    member = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    assert member.get(at).status_code == 403
    coordinator = sign_in(Client(), make_person(Role.COORDINATOR))
    assert coordinator.get("/panel/reviews/999999/referrals/").status_code == 404
    monkeypatch.setattr("referrals.panel.origins.TRIES", 0)
    page = coordinator.post(at, {"reference": "R-1"}, follow=True).content.decode()
    assert "Too many tries" in page


def test_review_that_is_not_saved_has_no_link_yet(editor_client):
    page = editor_client.get("/admin/reviews/casereview/add/").content.decode()
    assert "Can be linked once the review is saved." in page
