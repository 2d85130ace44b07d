"""Actions are tracked to done with evidence; the public reads how far they are, and nothing more
until a second person has released it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from reviews import action_plan
from reviews.models import Action, Recommendation
from reviews.models.learning import progress_of
from tests.factories import make_person, make_recommendation, make_review
from tests.factories.reviews import make_agency
from tscb.board.roles import Role
from tscb.common.publishing import content
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db
State, Progress = Action.State, Recommendation.Progress
YESTERDAY = timedelta(days=-1)


@pytest.fixture
def recommendation() -> Recommendation:
    return make_recommendation(make_review(), text="Share one plan")


def new(recommendation: Recommendation, by: Any, **fields: Any) -> Action:
    told = {"text": "Write the plan", "owner_role": "Head of service", **fields}
    told.setdefault("due", timezone.localdate() + timedelta(days=30))
    agency = make_agency("Sample Health Trust")
    action = Action(
        review=recommendation.review, recommendation=recommendation, agency=agency, **told
    )
    return action_plan.save(action=action, by=by)


@pytest.mark.parametrize(
    ("states", "progress"),
    [
        (set(), None),
        ({State.NOT_STARTED}, Progress.NOT_STARTED),
        ({State.NOT_STARTED, State.DONE}, Progress.UNDER_WAY),
        ({State.DONE}, Progress.DONE),
        ({State.DONE, State.NOT_GOING_AHEAD}, Progress.DONE),
        ({State.NOT_GOING_AHEAD}, Progress.NOT_ACCEPTED),
    ],
)
def test_recommendation_is_as_far_as_its_actions(states, progress):
    assert progress_of({one.value for one in states}) == progress


def test_done_needs_evidence_and_moves_the_recommendation(editor, recommendation):
    action = new(recommendation, editor)
    action.state = State.DONE
    with pytest.raises(ValidationError, match="Say what shows that it is done"):
        action_plan.save(action=action, by=editor)
    action.evidence = "Twenty files were looked at"
    action_plan.save(action=action, by=editor)
    recommendation.refresh_from_db()
    assert recommendation.status == Progress.DONE
    events = HistoryEntry.objects.of(action).values_list("event", flat=True)
    assert list(events) == ["Done", "Not started"]


def test_overdue_is_what_is_open_beyond_its_day(editor, recommendation):
    late = new(recommendation, editor, due=timezone.localdate() + YESTERDAY)
    new(recommendation, editor)
    assert list(Action.objects.overdue()) == [late]
    assert late.is_overdue
    assert late.colour == "red"


def test_earlier_version_of_the_page_does_not_turn_progress_back(editor, recommendation):
    review = recommendation.review
    before = content.snapshot(review)
    new(recommendation, editor, state=State.DONE, evidence="Seen")
    content.apply(review, before)
    recommendation.refresh_from_db()
    assert recommendation.status == Progress.DONE
    assert recommendation.actions.count() == 1


def test_evidence_is_internal_until_a_second_person_releases_it(client, editor, recommendation):
    words = {"evidence": "Internal papers", "public_evidence": "All teams use one plan"}
    action = new(recommendation, editor, state=State.DONE, **words)
    address = recommendation.review.get_absolute_url()
    page = client.get(address).content.decode()
    assert "1 of 1 action done. Last updated on" in page
    assert "All teams use one plan" not in page
    with pytest.raises(ValidationError, match="second person"):
        action_plan.release(action=action, by=editor)
    action_plan.release(action=action, by=make_person(Role.EDITOR))
    page = client.get(address).content.decode()
    assert "All teams use one plan" in page
    assert "Internal papers" not in page


def test_changed_words_wait_again(editor, second_editor, recommendation):
    action = new(recommendation, editor, public_evidence="First words")
    action = action_plan.release(action=action, by=second_editor)
    action.public_evidence = "Other words"
    action_plan.save(action=action, by=second_editor)
    assert not Action.objects.get().shown_evidence
    assert action_plan.can_release(action, editor)
    assert not action_plan.can_release(action, second_editor)


def test_nothing_is_released_where_nothing_is_said(editor, second_editor, recommendation):
    action = new(recommendation, editor)
    with pytest.raises(ValidationError, match="nothing for the public"):
        action_plan.release(action=action, by=second_editor)


def test_recommendation_of_another_review_is_refused(editor, recommendation):
    action = new(recommendation, editor)
    action.recommendation = make_recommendation(make_review())
    with pytest.raises(ValidationError, match="belongs to another review"):
        action_plan.save(action=action, by=editor)
