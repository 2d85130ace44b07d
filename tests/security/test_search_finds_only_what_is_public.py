"""Promise: no search, count, suggestion or snippet tells a word of what is not public."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from reviews.models import CaseReview, ReportPage, ReviewDocument, Theme
from tests.factories import make_briefing, make_document, make_event, make_review
from tests.unit.reviews.search.pages import add_report
from tscb.common.publishing.models import Status
from tscb.events.models import EventState

pytestmark = pytest.mark.django_db

SECRET = "Quetzalcoatl"
SEARCHES = ["/case-reviews/?q={}", "/?q={}", "/briefings/?q={}", "/case-reviews/?q={}&sort=newest"]
TYPED = [SECRET, f'"{SECRET} saw"', f"{SECRET} or nothing", f"-nothing {SECRET}", "Quetzalcoatle"]


def everything_found() -> str:
    """All that searches answer, without the words that were typed."""
    pages = [
        Client().get(address.format(typed)).content.decode()
        for address in SEARCHES
        for typed in TYPED
    ]
    return "".join(page.replace("Quetzalcoatle", "").replace(SECRET, "") for page in pages)


def assert_secret(title: str) -> None:
    found = everything_found()
    assert title not in found
    assert "Did you mean" not in found
    assert "<mark>" not in found
    assert "board-hit" not in found


HIDDEN: dict[str, Any] = {
    "draft": {"status": Status.DRAFT},
    "scheduled": {"published_at": timezone.now() + timedelta(days=1)},
    "withdrawn": {"status": Status.WITHDRAWN},
}


@pytest.mark.parametrize("state", HIDDEN)
def test_review_that_is_not_public_is_never_found(state: str) -> None:
    review = make_review(
        title=f"{SECRET} one", summary=f"{SECRET} saw", learning=[SECRET], **HIDDEN[state]
    )
    review.themes.add(Theme.objects.create(name=SECRET, slug="not-yet-used"))
    review.recommendations.create(text=SECRET)
    add_report(review, f"{SECRET} saw it")
    assert_secret(" one")
    assert "not-yet-used" not in Client().get("/case-reviews/").content.decode()


@pytest.mark.parametrize("state", HIDDEN)
def test_briefing_that_is_not_public_is_never_found(state: str) -> None:
    briefing = make_briefing(title=f"{SECRET} one", overview=f"{SECRET} saw", **HIDDEN[state])
    briefing.sections.update(text=SECRET)
    assert_secret(" one")


@pytest.mark.parametrize("fields", [{"state": EventState.DRAFT}, {"is_restricted": True}])
def test_event_that_is_not_for_everybody_is_never_found(fields: dict[str, Any]) -> None:
    make_event(title=f"{SECRET} one", summary=f"{SECRET} saw", **fields)
    assert_secret(" one")


def test_report_that_is_not_signed_off_is_never_found() -> None:
    """Not even if its text had been kept by mistake."""
    review = make_review(title="Public one")
    document = make_document(review, released_at=None)
    ReportPage.objects.create(document=document, number=1, text=f"{SECRET} saw it")
    assert_secret("Public one")


def test_report_whose_sign_off_is_gone_is_found_no_longer() -> None:
    document = add_report(make_review(title="Public one"), f"{SECRET} saw it")
    assert "Public one" in everything_found()
    ReviewDocument.objects.filter(pk=document.pk).update(released_at=None)
    assert not ReportPage.objects.exists()
    assert_secret("Public one")


def test_report_that_is_on_request_is_found_no_longer() -> None:
    """Its page, with the learning, stays."""
    review = make_review(title="Public one", learning=["Fathers"])
    add_report(review, f"{SECRET} saw it")
    assert "Public one" in everything_found()
    CaseReview.objects.filter(pk=review.pk).update(status=Status.ARCHIVED)
    assert_secret("Public one")
    assert "Public one" in Client().get("/case-reviews/?q=fathers").content.decode()
    CaseReview.objects.filter(pk=review.pk).update(status=Status.PUBLISHED)
    assert "Public one" in everything_found()


def test_what_was_written_before_is_found_no_longer() -> None:
    review = make_review(title="Public one", summary=f"{SECRET} saw", learning=[SECRET])
    assert "Public one" in everything_found()
    CaseReview.objects.filter(pk=review.pk).update(summary="Somebody saw")
    review.learning_points.all().delete()
    assert_secret("Public one")
