"""An editor writes a review in the admin and publishes it; nobody else sees it before."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from reviews.models import CaseReview
from tests.factories import make_review, make_review_type, sign_in
from tests.factories.admin import add, admin_address, change, change_address, press
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Sharing information about adolescents",
    "slug": "sharing-information-adolescents",
    "summary": "What agencies knew, and did not tell each other.",
    "what_happened": "Each agency held one part of the picture.",
}


def typed(**changes) -> dict:
    kind = make_review_type()
    point = {"learning_points-0-text": "Ask, and tell.", "learning_points-0-order": "1"}
    return {**TYPED, "review_type": kind.pk, **point, **changes}


def make_draft(**fields) -> CaseReview:
    return make_review(status=Status.DRAFT, **fields)


def make_checked(**fields) -> CaseReview:
    return make_review(status=Status.CHECKED, **fields)


def status_for_public(item: CaseReview) -> int:
    return Client().get(item.get_absolute_url()).status_code


def test_new_review_is_saved_as_draft_with_its_parts(editor_client):
    recommendation = {"recommendations-0-text": "Meet early.", "recommendations-0-order": "1"}
    response = add(editor_client, CaseReview, **typed(**recommendation))
    assert response.status_code == 200
    review = CaseReview.objects.get()
    assert review.status == Status.DRAFT
    assert [point.text for point in review.learning_points.all()] == ["Ask, and tell."]
    assert [one.text for one in review.recommendations.all()] == ["Meet early."]
    assert status_for_public(review) == 404


def test_review_with_an_error_keeps_all_that_was_typed(editor_client):
    response = add(editor_client, CaseReview, **typed(summary="", method="A workshop."))
    assert response.status_code == 200
    assert not CaseReview.objects.exists()
    for words in (TYPED["title"], TYPED["what_happened"], "A workshop.", "Ask, and tell."):
        assert words in response.content.decode()


@pytest.mark.parametrize("slug", ["child-k", "Child-K", "baby_ab2", "born-01-02-2010"])
def test_address_that_names_a_child_is_refused(editor_client, slug):
    response = add(editor_client, CaseReview, **typed(slug=slug))
    assert "An address never carries a child" in response.content.decode()
    assert not CaseReview.objects.exists()


def test_address_that_the_room_itself_needs_is_refused(editor_client):
    page = add(editor_client, CaseReview, **typed(slug="feed")).content.decode()
    assert "“feed” is the address of another page of this site" in page
    assert not CaseReview.objects.exists()


def test_preview_of_a_draft_shows_its_page_to_editors_alone(editor_client):
    review = make_draft(title="Not public yet")
    address = admin_address(review, "preview", review.pk)
    page = editor_client.get(address)
    assert page.status_code == 200
    assert "Not public yet" in page.content.decode()
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
def test_form_leads_to_the_public_page_where_there_is_one(editor_client, status):
    page = editor_client.get(change_address(make_review(status=status))).content.decode()
    assert ("View on site" in page) is (status == Status.PUBLISHED)


def test_publish_now(editor_client):
    review = make_checked()
    assert status_for_public(review) == 404
    page = press(editor_client, review, "publish")
    assert "Published." in page.content.decode()
    assert status_for_public(review) == 200


def test_publish_records_who_did_it(editor, editor_client):
    review = make_checked()
    press(editor_client, review, "publish")
    history = editor_client.get(admin_address(review, "history", review.pk))
    assert "Published" in history.content.decode()
    assert editor.email in history.content.decode()


@pytest.mark.parametrize(
    ("changes", "learning", "sentence"),
    [
        ({"what_happened": " "}, ["One"], "Say what happened before publishing."),
        ({}, [], "Add at least one learning point before publishing."),
    ],
)
def test_publish_what_is_not_ready_says_what_is_missing(editor_client, changes, learning, sentence):
    review = make_checked(learning=learning, **changes)
    page = press(editor_client, review, "publish")
    assert sentence in page.content.decode()
    assert status_for_public(review) == 404


def test_publish_at_a_set_time(editor_client, monkeypatch):
    review = make_checked()
    at = timezone.localtime(timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)
    page = press(editor_client, review, "publish", at=f"{at:%Y-%m-%dT%H:%M}")
    assert f"Scheduled for {at:%-d %B %Y, %H:%M}" in page.content.decode()
    assert status_for_public(review) == 404
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(seconds=1))
    assert status_for_public(review) == 200


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("2001-01-01T10:00", "That time has passed: choose one to come, or publish now."),
        ("tomorrow", "Enter a date and a time."),
    ],
)
def test_publish_at_a_time_that_cannot_be(editor_client, at, sentence):
    review = make_checked()
    assert sentence in press(editor_client, review, "publish", at=at).content.decode()
    assert status_for_public(review) == 404


def test_scheduled_review_can_be_published_now(editor_client):
    review = make_review(published_at=timezone.now() + timedelta(days=2))
    press(editor_client, review, "publish")
    assert status_for_public(review) == 200


def test_publish_twice_is_told(editor_client):
    review = make_review()
    page = press(editor_client, review, "publish")
    assert "It is published already." in page.content.decode()


def test_withdraw_takes_it_off_the_site_and_publish_brings_it_back(editor_client):
    review = make_review()
    page = press(editor_client, review, "withdraw")
    assert "Withdrawn: the public no longer sees it" in page.content.decode()
    assert status_for_public(review) == 404
    for button in ("take_up", "check", "publish"):
        press(editor_client, review, button)
    first_date, review = review.published_at, CaseReview.objects.get()
    assert review.published_at == first_date
    assert status_for_public(review) == 200


def test_withdrawn_before_its_time_came_is_published_now(editor_client):
    review = make_review(published_at=timezone.now() + timedelta(days=2))
    for button in ("withdraw", "take_up", "check", "publish"):
        press(editor_client, review, button)
    assert status_for_public(review) == 200


def test_withdraw_a_draft_is_refused(editor_client):
    page = press(editor_client, make_draft(), "withdraw")
    assert "Only what is published or scheduled can be withdrawn." in page.content.decode()


@pytest.mark.parametrize("button", ["publish", "withdraw"])
def test_buttons_are_for_editors_alone(panel_member, button):
    review = make_draft()
    panel_member.is_staff = True
    panel_member.save()
    client = Client()
    assert press(client, review, button).redirect_chain
    assert press(sign_in(client, panel_member), review, button).status_code == 403
    review.refresh_from_db()
    assert review.status == Status.DRAFT


@pytest.mark.parametrize("button", ["publish", "withdraw"])
def test_buttons_change_nothing_on_get(editor_client, button):
    review = make_draft()
    assert editor_client.get(admin_address(review, button, review.pk)).status_code == 405


def test_button_of_a_review_that_is_gone(editor_client):
    review = make_draft()
    review_pk, review.pk = review.pk, 0
    assert press(editor_client, review, "publish").status_code == 404
    assert CaseReview.objects.filter(pk=review_pk, status=Status.DRAFT).exists()


def test_page_of_a_draft_offers_what_can_be_done(editor_client):
    page = editor_client.get(change_address(make_draft())).content.decode()
    assert "I have read it: checked" in page
    assert "Publish now" not in page
    assert "Withdraw" not in page


def test_page_of_a_checked_review_offers_to_publish(editor_client):
    page = editor_client.get(change_address(make_checked())).content.decode()
    assert "Publish now" in page
    assert "Schedule" in page
    assert "Send back as a draft" in page


def test_page_of_a_published_review_offers_to_withdraw(editor_client):
    page = editor_client.get(change_address(make_review())).content.decode()
    assert "Publish now" not in page
    assert "Withdraw from the public site" in page


def test_editing_keeps_what_was_not_changed(editor_client, second_editor):
    second_client = sign_in(Client(), second_editor)
    review = make_review(method="A workshop.", learning=["One", "Two"])
    change(editor_client, review, title="Another title")
    press(second_client, review, "accept")
    review.refresh_from_db()
    assert (review.title, review.method) == ("Another title", "A workshop.")
    assert [point.text for point in review.learning_points.all()] == ["One", "Two"]


def test_draft_can_be_deleted_and_what_was_public_cannot(editor_client):
    draft, public = make_draft(), make_review()
    for review in (draft, public):
        address = admin_address(review, "delete", review.pk)
        editor_client.post(address, {"post": "yes"}, follow=True)
    assert list(CaseReview.objects.all()) == [public]


def test_changelist_offers_no_deleting_of_many(editor_client):
    make_draft()
    page = editor_client.get(admin_address(CaseReview, "changelist")).content.decode()
    assert "delete_selected" not in page
