"""A meeting moves or is cancelled: its cases' days, its members' answers and the mails follow."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from referrals.meetings.agenda import FURTHEST_MEETING, WrongDay, put_before_panel
from referrals.meetings.planning import Arrangement, cancel, change, plan
from referrals.models import Answer, Meeting, MeetingState, Referral
from referrals.models.case import Recusal
from referrals.models.meeting_state import NEXT_OF_MEETING, can_become, check_become
from referrals.models.status import WrongState
from tests.factories import make_person
from tests.factories.meetings import DAY, a_meeting, a_seat, comes
from tests.factories.referrals import received
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_person(Role.COORDINATOR)


@pytest.fixture
def full(coordinator) -> Meeting:
    """A meeting with one case and one member who will come; nobody waits to be told anything."""
    meeting = a_meeting()
    put_before_panel(referral_id=received().pk, meeting_id=meeting.pk, by=coordinator)
    comes(meeting, a_seat())
    OutgoingMail.objects.all().delete()
    return meeting


def arranged(meeting: Meeting, **changed: Any) -> Arrangement:
    here = Arrangement(meeting.starts_at, meeting.ends_at, meeting.place, meeting.link)
    return replace(here, **changed)


def told() -> list[str]:
    subjects = OutgoingMail.objects.order_by("pk").values_list("subject", flat=True)
    return [subject.partition(":")[0] for subject in subjects]


def test_planned_meeting_is_within_a_year_from_now(coordinator):
    starts = timezone.now() + FURTHEST_MEETING + 2 * DAY
    with pytest.raises(WrongDay, match="within a year"):
        plan(arranged=Arrangement(starts, starts + DAY / 24), by=coordinator)
    with pytest.raises(PermissionDenied):
        plan(arranged=Arrangement(starts, starts + DAY / 24), by=make_person(Role.PANEL_MEMBER))


def test_another_day_moves_the_cases_asks_anew_and_tells_each_once(coordinator, full):
    later = arranged(full, starts_at=full.starts_at + DAY, ends_at=full.ends_at + DAY)
    for _ in range(2):
        change(meeting_id=full.pk, arranged=later, by=coordinator)
    full.refresh_from_db()
    assert Referral.objects.get().panel_dates.meeting_on == full.day
    assert full.attendances.get().answer == Answer.NONE
    assert told() == ["The panel meets on another day", "Meeting of the panel changed"]
    assert full.changes == 1


def test_another_place_tells_members_alone_and_keeps_their_answers(coordinator, full):
    change(meeting_id=full.pk, arranged=arranged(full, place="Room 2"), by=coordinator)
    assert told() == ["Meeting of the panel changed"]
    assert full.attendances.get().answer == Answer.COMING


def test_meeting_does_not_move_before_a_case_came(coordinator, full):
    back = timedelta(days=30)
    earlier = arranged(full, starts_at=full.starts_at - back, ends_at=full.ends_at - back)
    with pytest.raises(WrongDay):
        change(meeting_id=full.pk, arranged=earlier, by=coordinator)


def test_cancelled_meeting_hands_its_cases_to_another(coordinator, full):
    other = a_meeting(timezone.localdate() + 20 * DAY)
    with pytest.raises(WrongState, match="Plan another meeting first"):
        cancel(meeting_id=full.pk, cases_to=None, by=coordinator)
    with pytest.raises(WrongState, match="Plan another meeting first"):
        cancel(meeting_id=full.pk, cases_to=full.pk, by=coordinator)
    cancel(meeting_id=full.pk, cases_to=other.pk, by=coordinator)
    full.refresh_from_db()
    assert (full.state, full.items.count(), other.items.count()) == ("cancelled", 0, 1)
    assert Referral.objects.get().panel_dates.meeting_on == other.day
    assert told() == ["The panel meets on another day", "Meeting of the panel cancelled"]


def test_case_that_the_coordinator_may_not_see_moves_too(coordinator, full):
    referral, other = Referral.objects.get(), a_meeting(timezone.localdate() + 20 * DAY)
    Recusal.objects.create(referral=referral, person=coordinator, reason="A relative")
    cancel(meeting_id=full.pk, cases_to=other.pk, by=coordinator)
    assert Referral.objects.get().panel_dates.meeting_on == other.day


def test_meeting_without_cases_is_simply_cancelled(coordinator):
    meeting = a_meeting()
    cancel(meeting_id=meeting.pk, cases_to=None, by=coordinator)
    with pytest.raises(WrongState, match="a meeting that is cancelled"):
        cancel(meeting_id=meeting.pk, cases_to=None, by=coordinator)


@pytest.mark.parametrize("state", MeetingState)
def test_table_of_states_is_whole(state):
    for other in MeetingState:
        if can_become(state, other):
            assert check_become(state, other) == NEXT_OF_MEETING[state][other]
        else:
            with pytest.raises(WrongState):
                check_become(state, other)
