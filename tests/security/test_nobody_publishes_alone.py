"""Promise: one person alone, whatever rights they have and whichever button they press in whatever
state, brings nothing of their own before the public."""

import pytest
from django.test import Client
from django.utils import timezone

from reviews.models import CaseReview
from tests.factories import make_document, make_review, sign_in
from tests.factories.admin import add, admin_address, change
from tests.integration.reviews.test_editing import typed
from tscb.common.publishing.admin.buttons import BUTTONS
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db
ALL = [*BUTTONS, "publish", "make_link"]
ROUNDS = [ALL, ALL[::-1], ["take_up", "check", "publish"], ["withdraw", "take_up", "check"], ALL]
MINE = "Only I have read this"


@pytest.fixture
def mighty(superuser) -> Client:
    return sign_in(Client(), superuser)


def told_to_the_public(review: CaseReview) -> str:
    addresses = (f"/case-reviews/{review.slug}/", "/case-reviews/", "/case-reviews/feed/", "/")
    return "".join(Client().get(address).content.decode() for address in addresses)


def press_everything(client: Client, review: CaseReview, words: str) -> None:
    for button in [button for one in ROUNDS for button in one]:
        client.post(admin_address(review, button, review.pk))
        now = CaseReview.objects.get(pk=review.pk)
        assert now.checked_by_id is None or now.checked_by_id != now.edited_by_id
        assert words not in told_to_the_public(now), button


def test_new_page(mighty):
    add(mighty, CaseReview, **typed(title=MINE))
    review = CaseReview.objects.get()
    press_everything(mighty, review, MINE)
    assert not CaseReview.objects.get().is_public


def test_change_of_a_public_page(mighty, superuser, second_editor):
    review = make_review(edited_by=second_editor, checked_by=superuser, checked_at=timezone.now())
    change(mighty, review, title=MINE)
    press_everything(mighty, review, MINE)


def test_version_that_is_brought_back(mighty, second_editor):
    review = make_review()
    change(mighty, review, title=MINE)
    mighty.post(admin_address(review, "drop", review.pk))
    version = HistoryEntry.objects.of(review).versions().get(content__fields__title=MINE)
    mighty.post(admin_address(review, "version", review.pk, version.pk))
    assert CaseReview.objects.get().proposed
    press_everything(mighty, review, MINE)


@pytest.mark.parametrize("act", ["release", "again", "pictures"])
def test_own_document(mighty, superuser, act):
    review = make_review()
    document = make_document(review, uploaded_by=superuser, released_at=None)
    address = admin_address(review, "document", review.pk, document.pk)
    for pressed in (act, "release"):
        mighty.post(address, {"act": pressed})
    document.refresh_from_db()
    assert document.released_at is None
    assert Client().get(document.get_absolute_url()).status_code == 404
