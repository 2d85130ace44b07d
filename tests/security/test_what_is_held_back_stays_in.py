"""Promise: a review that is “not to be published before” gets out by no door: neither published nor
scheduled, by no proposal, no import, and not by a briefing on it."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from referrals.casework.linking import link
from referrals.models import Embargo, ReviewPlan
from referrals.models.status import WrongState
from referrals.publication import embargoes
from reviews.models import CaseReview
from tests.factories import make_briefing, make_person, make_review
from tests.factories.deciding import begun, coordinator
from tests.factories.importing import review as record
from tscb.board.roles import Role
from tscb.common.importing import ImportFailedError, Options, import_file
from tscb.common.publishing import actions, content, proposals
from tscb.common.publishing.models import Status

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HELD = "is not to be published before"


def today():
    return timezone.localdate()


def hold(plan: ReviewPlan, until=None) -> Embargo:
    return embargoes.hold_back(
        referral_id=plan.referral_id,
        until=until,
        why="A trial is open",
        look_again_on=today() + DAY,
        by=coordinator(),
    )


@pytest.fixture
def plan() -> ReviewPlan:
    """Of a review that is written and checked, and could come out."""
    plan = begun()
    plan.review.what_happened, plan.review.summary = "Each agency knew a part.", "In short."
    plan.review.learning_points.create(text="Ask, and tell.")
    plan.review.status = Status.CHECKED
    plan.review.checked_by, plan.review.checked_at = make_person(Role.EDITOR), timezone.now()
    plan.review.save()
    return plan


@pytest.mark.parametrize("at", [None, timezone.now() + 400 * DAY])
def test_neither_published_nor_scheduled(plan, at):
    hold(plan, today() + DAY)
    with pytest.raises(ValidationError, match=HELD):
        actions.publish(item=plan.review, by=make_person(Role.EDITOR), at=at)
    embargoes.lift(referral_id=plan.referral_id, reason="It is over", by=coordinator())
    actions.publish(item=plan.review, by=make_person(Role.EDITOR), at=at)


def test_day_that_has_passed_holds_nothing_back(plan):
    hold(plan, today() + DAY)
    Embargo.objects.update(until=today())
    assert actions.publish(item=plan.review, by=make_person(Role.EDITOR)).is_public


def test_what_was_scheduled_is_withdrawn(plan):
    actions.publish(item=plan.review, by=make_person(Role.EDITOR), at=timezone.now() + DAY)
    hold(plan)
    assert CaseReview.objects.get().status == Status.WITHDRAWN


def test_what_is_public_cannot_be_held_back_any_more(plan):
    actions.publish(item=plan.review, by=make_person(Role.EDITOR))
    with pytest.raises(WrongState, match="public already"):
        hold(plan)


def test_not_by_a_second_review_linked_to_the_same_referral(plan):
    hold(plan)
    other = make_review(status=Status.CHECKED)
    link(review=other, reference=plan.referral.reference, by=coordinator())
    with pytest.raises(ValidationError, match="held back until"):
        actions.publish(item=other, by=make_person(Role.EDITOR))


def test_not_by_a_briefing_on_it_or_a_proposal(plan):
    hold(plan)
    draft, public = make_briefing(status=Status.CHECKED), make_briefing()
    draft.reviews.add(plan.review)
    with pytest.raises(ValidationError, match="held back until"):
        actions.publish(item=draft, by=make_person(Role.EDITOR))
    before = content.snapshot(public)
    after = {**before, "many": {**before["many"], "reviews": [plan.review.pk]}}
    editor = make_person(Role.EDITOR)
    proposals.propose(item=public, before=before, after=after, by=editor, event="Changed")
    with pytest.raises(ValidationError, match="held back until"):
        proposals.accept(item=public, by=make_person(Role.EDITOR))


@pytest.mark.parametrize("is_sample", [False, True])
def test_not_by_an_import(plan, tmp_path, is_sample):
    hold(plan)
    path = tmp_path / "content.jsonl"
    path.write_text(json.dumps(record(slug=plan.review.slug)))
    with pytest.raises(ImportFailedError) as failed:
        import_file(path, Options(folder=tmp_path, is_sample=is_sample))
    assert "held back until" in " ".join(failed.value.problems)
    assert not CaseReview.objects.published().exists()


def test_editors_are_not_told_why(plan):
    hold(plan)
    with pytest.raises(ValidationError) as refused:
        actions.publish(item=plan.review, by=make_person(Role.EDITOR))
    assert "trial" not in " ".join(refused.value.messages)


def test_held_once_lifted_once_and_on_days_to_come(plan):
    with pytest.raises(WrongState, match="not held back"):
        embargoes.lift(referral_id=plan.referral_id, reason="None", by=coordinator())
    with pytest.raises(ValidationError, match="after today"):
        hold(plan, today())
    hold(plan)
    with pytest.raises(WrongState, match="held back already"):
        hold(plan)
