"""The documents of a briefing go through the same gate as those of a review."""

import pytest
from django.test import Client

from briefings.models import BriefingDocument
from tests.factories import make_briefing, make_review
from tests.factories.admin import admin_address, change, press, staff_client, upload
from tests.factories.files import content_of, pdf, pdf_with_covered_words
from tests.factories.referrals import received
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def briefing():
    return make_briefing(status=Status.DRAFT)


@pytest.fixture
def second_client(second_editor) -> Client:
    return staff_client(second_editor)


def brought(client: Client, briefing, content: bytes) -> BriefingDocument:
    data = {"documents-0-original": upload(content=content), "documents-0-title": "Sheet"}
    change(client, briefing, **data)
    return briefing.documents.get()


def address(document: BriefingDocument) -> str:
    return admin_address(document.briefing, "document", document.briefing_id, document.pk)


def sign_off(client: Client, document: BriefingDocument) -> str:
    return client.post(address(document), {"act": "release"}, follow=True).content.decode()


def test_hidden_words_block_it(editor_client, second_client, briefing):
    document = brought(editor_client, briefing, pdf_with_covered_words())
    assert "Blocked by critical findings" in editor_client.get(address(document)).content.decode()
    assert "has critical findings" in sign_off(second_client, document)
    document.refresh_from_db()
    assert document.released_at is None


def test_one_person_alone_does_not_sign_it_off(editor_client, second_client, briefing):
    document = brought(editor_client, briefing, pdf())
    assert "a second person has to sign it off" in sign_off(editor_client, document)
    assert "is signed off" in sign_off(second_client, document)
    document.refresh_from_db()
    assert document.released_at
    assert content_of(document.cleaned) != pdf()


def test_name_of_the_referral_behind_its_review_blocks_it(editor_client, second_client, briefing):
    review = make_review(status=Status.DRAFT)
    reference = received(child_first_names="Morwenna").reference
    editor_client.post(f"/panel/reviews/{review.pk}/referrals/", {"reference": reference})
    briefing.reviews.add(review)
    document = brought(editor_client, briefing, pdf("What Morwenna told her teacher"))
    page = editor_client.get(address(document)).content.decode()
    assert "holds a first name from the referral" in page
    assert "orwenna" not in page.split("</h1>")[1]
    assert "has critical findings" in sign_off(second_client, document)
    page = press(second_client, briefing, "check").content.decode()
    assert "holds a name, address or date from the referral" in page


def test_referral_linked_after_the_sign_off_takes_it_back(editor_client, second_client, briefing):
    review = make_review(status=Status.DRAFT)
    briefing.reviews.add(review)
    document = brought(editor_client, briefing, pdf("What Morwenna told her teacher"))
    sign_off(second_client, document)
    press(second_client, briefing, "check")
    reference = received(child_first_names="Morwenna").reference
    editor_client.post(f"/panel/reviews/{review.pk}/referrals/", {"reference": reference})
    page = press(editor_client, briefing, "publish").content.decode()
    assert "holds a name, address or date from the referral" in page
    document.refresh_from_db()
    briefing.refresh_from_db()
    assert document.released_at is None
    assert briefing.status == Status.CHECKED
