"""Names of the linked referral in a page’s own words: which block, and which need a reason."""

from typing import Any

import pytest
from django.test import Client

from reviews import publishing_checks, wording
from tests.factories import make_briefing, make_review
from tests.factories.admin import admin_address, change, press, staff_client
from tests.factories.referrals import received
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
REASON = "The word begins a sentence and means easy"


def link(client: Client, review, **answers: Any) -> None:
    referral = received(**answers)
    at = f"/panel/reviews/{review.pk}/referrals/"
    client.post(at, {"reference": referral.reference})


@pytest.fixture
def review(editor_client):
    """A draft of a review that came from a referral about Grace Samples."""
    review = make_review(status=Status.DRAFT)
    link(editor_client, review, child_first_names="Grace", child_last_name="Samples")
    return review


@pytest.fixture
def second_client(second_editor) -> Client:
    return staff_client(second_editor)


def names_of(client: Client, item, **sent: str) -> str:
    address = admin_address(item, "names", item.pk)
    answer = client.post(address, sent, follow=True) if sent else client.get(address)
    return answer.content.decode()


def status_after_check(client: Client, item) -> str:
    press(client, item, "check")
    item.refresh_from_db()
    return item.status


@pytest.mark.parametrize(
    "words", ["Samples", "SAMPLES", "the Samples’ house", "Grace Samples", "Sam-\nples"]
)
def test_name_itself_blocks_and_no_reason_helps(editor_client, second_client, review, words):
    change(editor_client, review, summary=f"We met {words} then")
    assert status_after_check(second_client, review) == Status.DRAFT
    assert "take it out" in publishing_checks.problems(review)[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "What Samples taught us"),
        ("slug", "about-samples"),
        ("learning_points-0-text", "Listen to Samples"),
        ("method", "We spoke with Ms Samples"),
        ("cover_alt", "Samples at school"),
    ],
)
def test_every_field_is_compared(editor_client, second_client, review, field, value):
    change(editor_client, review, **{field: value})
    assert status_after_check(second_client, review) == Status.DRAFT
    assert any("from the referral" in said for said in publishing_checks.problems(review))


@pytest.mark.parametrize("words", ["Sampels are kept", "By the grace of"])
def test_likely_name_waits_for_a_reason(editor_client, second_client, review, words):
    change(editor_client, review, summary=words)
    assert status_after_check(second_client, review) == Status.DRAFT
    page = press(second_client, review, "check").content.decode()
    assert "say under “Names in the text” why it may stay" in page
    (finding,) = wording.doubts(review)
    assert "Why may it stay?" in names_of(editor_client, review)
    page = names_of(editor_client, review, finding=finding.key, reason=REASON)
    assert f"May stay: {REASON}" in page
    assert status_after_check(second_client, review) == Status.CHECKED
    events = HistoryEntry.objects.of(review).values_list("event", flat=True)
    assert any(f"It may stay, because {REASON}" in event for event in events)


def test_another_word_needs_a_reason_of_its_own(editor_client, second_client, review):
    change(editor_client, review, summary="Sampels are kept")
    (finding,) = wording.doubts(review)
    names_of(editor_client, review, finding=finding.key, reason=REASON)
    change(editor_client, review, summary="Sampless are kept")
    assert status_after_check(second_client, review) == Status.DRAFT


def test_reason_that_is_not_taken_keeps_what_was_typed(editor_client, review):
    change(editor_client, review, summary="Sampels are kept")
    (finding,) = wording.doubts(review)
    page = names_of(editor_client, review, finding=finding.key, reason="short")
    assert "<title>Error: Names in the text" in page
    assert "Write in 10 to 300 letters" in page
    assert ">short</textarea>" in page
    page = names_of(editor_client, review, finding=finding.key, reason="It is about Samples")
    assert "Do not repeat in the reason" in page
    assert "no longer there" in names_of(editor_client, review, finding="x", reason=REASON)


def test_change_of_a_public_page_is_looked_at(editor_client):
    review = make_review()
    link(editor_client, review, child_first_names="Morwenna")
    change(editor_client, review, summary="About Morwena")
    assert "spelt a little differently" in names_of(editor_client, review)


def test_page_without_a_referral_has_nothing_to_explain(editor_client):
    review = make_review(status=Status.DRAFT, summary="By the grace of")
    assert "Nothing in the text is like a name" in names_of(editor_client, review)


def test_briefing_is_compared_with_the_referral_of_its_review(editor_client, second_client, review):
    briefing = make_briefing(status=Status.DRAFT, overview="Saying grace")
    briefing.reviews.add(review)
    assert "ordinary word" in names_of(editor_client, briefing)
    assert status_after_check(second_client, briefing) == Status.DRAFT


def test_referral_linked_after_the_check_blocks_publishing(editor_client, second_client):
    review = make_review(status=Status.DRAFT, summary="What Morwenna told us")
    assert status_after_check(second_client, review) == Status.CHECKED
    link(editor_client, review, child_first_names="Morwenna")
    page = press(editor_client, review, "publish").content.decode()
    assert "“Summary” holds a first name from the referral" in page
    review.refresh_from_db()
    assert review.status == Status.CHECKED
