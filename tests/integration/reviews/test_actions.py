"""Editors track actions in the admin: overdue ones are listed, words are released by a second."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reviews.models import Action
from tests.factories import make_recommendation, make_review
from tests.factories.admin import add, admin_address, change, staff_client
from tests.factories.reviews import make_agency
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(editor):
    return staff_client(editor)


def written(desk, **changes):
    """An action that was due yesterday, through the page of the admin."""
    yesterday = timezone.localdate() - timedelta(days=1)
    recommendation = make_recommendation(make_review())
    fields = {"review": recommendation.review_id, "recommendation": recommendation.pk}
    fields |= {"text": "Write one plan", "owner_role": "Head of service", "due": yesterday}
    return add(desk, Action, **fields, agency=make_agency("Sample Trust").pk, **changes)


def test_action_is_written_found_overdue_and_done(desk):
    written(desk)
    listed = desk.get(admin_address(Action, "changelist"), {"due": "overdue"})
    assert "Not started, overdue" in listed.content.decode()
    action = Action.objects.get()
    refused = change(desk, action, state="done")
    assert "Say what shows that it is done" in refused.content.decode()
    change(desk, action, state="done", evidence="Files were looked at")
    assert not Action.objects.overdue().exists()
    first = HistoryEntry.objects.of(action).versions().last()
    desk.post(admin_address(Action, "version", action.pk, first.pk))
    assert Action.objects.get().state == "not started"


def test_second_editor_releases_words(desk, second_editor):
    written(desk, public_evidence="One plan is used")
    chosen = {"action": "release", "_selected_action": Action.objects.get().pk}
    own = desk.post(admin_address(Action, "changelist"), chosen, follow=True)
    assert "a second person has to release it" in own.content.decode()
    staff_client(second_editor).post(admin_address(Action, "changelist"), chosen)
    assert Action.objects.get().released_by == second_editor
