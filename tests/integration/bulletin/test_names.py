"""Names from the referral behind a review that an edition tells of."""

import pytest

from tests.factories import make_briefing, make_review
from tests.factories.admin import admin_address, press
from tests.factories.editions import draft_about, make_section
from tests.factories.referrals import received
from tscb.bulletin.models import Edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(editor_client):
    """It came from a referral about Grace Samples."""
    review = make_review()
    referral = received(child_first_names="Grace", child_last_name="Samples")
    at = f"/panel/reviews/{review.pk}/referrals/"
    editor_client.post(at, {"reference": referral.reference})
    return review


def last_look(client, edition: Edition) -> str:
    return client.get(admin_address(edition, "check", edition.pk)).content.decode()


@pytest.mark.parametrize("by_briefing", [False, True])
def test_name_stops_the_edition(editor_client, review, by_briefing):
    thing = review
    if by_briefing:
        thing = make_briefing()
        thing.reviews.add(review)
    edition = draft_about(thing)
    make_section(edition, heading="Thank you", text="We spoke with Ms Samples.")
    assert "“Thank you” holds a last name from the referral" in last_look(editor_client, edition)
    press(editor_client, edition, "publish")
    assert not Edition.objects.published().exists()


def test_likely_name_is_shown_and_an_editor_decides(editor_client, review):
    edition = draft_about(review)
    make_section(edition, heading="Thank you", text="By the grace of many.")
    page = last_look(editor_client, edition)
    assert "Look at these before you send it" in page
    press(editor_client, edition, "publish")
    assert Edition.objects.published().exists()
