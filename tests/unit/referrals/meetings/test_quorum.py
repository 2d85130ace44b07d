"""The quorum in words, for a meeting and for each of its cases."""

import pytest
from django.utils import timezone

from referrals.casework.recusing import recuse
from referrals.meetings.agenda import put_before_panel
from referrals.meetings.holding import Came, hold
from referrals.meetings.quorum import NO_RULE, Table
from referrals.models import Answer, CaseEvent, ClockEvent, Meeting, Presence
from referrals.models.status import WrongState
from tests.factories import make_person
from tests.factories.meetings import DAY, a_meeting, a_rule, a_seat, comes
from tests.factories.referrals import received
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return a_meeting(timezone.localdate() - DAY)


def test_without_a_rule_nobody_can_say(meeting):
    assert (Table(meeting).quorum.is_reached, Table(meeting).quorum.words) == (None, NO_RULE)


def test_what_is_missing_is_said(meeting):
    a_rule(3, "Police", needs_chair=True)
    comes(meeting, a_seat("Health"))
    comes(meeting, a_seat("School", part="adviser"))
    comes(meeting, a_seat("Council", part="chair"), Answer.DEPUTY)
    comes(meeting, a_seat("Police"), Answer.APOLOGIES)
    assert Table(meeting).quorum.words == (
        "Not quorate: 2 members of at least 3; 1 too few; nobody to take the chair; "
        "nobody from Police."
    )


def test_enough_of_the_right_people_are_a_quorum(meeting):
    a_rule(2, "Police", needs_chair=True)
    comes(meeting, a_seat("Health", part="chair"))
    comes(meeting, a_seat("Police"), Answer.DEPUTY)
    found = Table(meeting).quorum
    assert found.is_reached
    assert found.words == "Quorate: 2 members of at least 2, and everybody who must be there."


def test_recused_member_is_not_counted_for_that_case_alone(meeting):
    by, (first, second) = make_person(Role.COORDINATOR), (received(2), received(2))
    a_rule(2)
    recused = a_seat("Health")
    comes(meeting, recused)
    comes(meeting, a_seat("Police"))
    for referral in (first, second):
        put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=by)
    recuse(referral_id=first.pk, person=recused.user, reason="A relative", by=recused.user)
    table = Table(meeting)
    assert table.quorum_for(first.pk).words == "Not quorate: 1 member of at least 2; 1 too few."
    assert table.quorum_for(second.pk).words == table.quorum.words
    assert [row.seat for row in table.away_from(first.pk)] == [recused]


def test_meeting_that_is_held_keeps_who_came_and_its_quorum(meeting):
    by, referral = make_person(Role.COORDINATOR), received(2)
    rule = a_rule(2)
    put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=by)
    here, away = comes(meeting, a_seat("Health")), comes(meeting, a_seat("Police"))
    came = {here.pk: Came(Presence.PRESENT), away.pk: Came(Presence.DEPUTY, "Sam Deputy")}
    hold(meeting_id=meeting.pk, came=came, by=by)
    rule.least = 9
    rule.save()
    meeting.refresh_from_db()
    assert (
        meeting.quorum_then
        == meeting.items.get().quorum_then
        == ("Quorate: 2 members of at least 2.")
    )
    away.refresh_from_db()
    assert (away.words, away.deputy) == ("A deputy was present", "Sam Deputy")
    met = CaseEvent.objects.get(referral=referral, event=ClockEvent.PUT_BEFORE_PANEL)
    assert met.on == meeting.day


def test_meeting_to_come_is_not_recorded_as_held():
    with pytest.raises(WrongState, match="not begun yet"):
        hold(meeting_id=a_meeting().pk, came={}, by=make_person(Role.COORDINATOR))
