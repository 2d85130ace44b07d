"""A member answers and declares a conflict; a coordinator records who was there and writes minutes,
which nobody changes once a later meeting has confirmed them.
"""

import pytest
from django.db import InternalError, transaction
from django.test import Client
from django.utils import timezone

from referrals.meetings.agenda import put_before_panel
from referrals.meetings.minuting import write
from referrals.models import ArisingAction, Meeting, Minute, Recusal
from referrals.models.status import WrongState
from tests.factories import make_person, sign_in
from tests.factories.meetings import DAY, a_meeting, a_seat, comes
from tests.factories.referrals import received, text_of
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator():
    return make_person(Role.COORDINATOR)


@pytest.fixture
def desk(coordinator) -> Client:
    return sign_in(Client(), coordinator)


@pytest.fixture
def meeting(coordinator) -> Meeting:
    """Yesterday, with one case, and one member who said to come."""
    meeting = a_meeting(timezone.localdate() - DAY)
    referral = received(days_ago=9)
    put_before_panel(referral_id=referral.pk, meeting_id=meeting.pk, by=coordinator)
    comes(meeting, a_seat())
    return meeting


def at(meeting: Meeting, page: str = "") -> str:
    return f"/panel/meetings/{meeting.pk}/{page}"


def item_page(meeting: Meeting, page: str = "") -> str:
    return at(meeting, f"minutes/{meeting.items.get().pk}/{page}")


def record(desk: Client, meeting: Meeting) -> str:
    rows = meeting.attendances.all()
    came = {f"came_{row.pk}": "present" for row in rows}
    return text_of(desk.post(at(meeting, "held/"), came, follow=True))


def test_member_answers_and_a_conflict_shuts_the_case(meeting):
    seat = meeting.attendances.get().seat
    member = sign_in(Client(), seat.user)
    assert "Enter who comes for you" in text_of(member.post(at(meeting), {"answer": "deputy"}))
    sent = member.post(at(meeting), {"answer": "deputy", "deputy": "Sam"}, follow=True)
    assert "Sends a deputy: Sam" in text_of(sent)
    conflict = at(meeting, f"agenda/{meeting.items.get().pk}/conflict/")
    shown = text_of(member.post(conflict, {"reason": "A relative"}, follow=True))
    assert "1 case is left out" in shown
    assert Recusal.objects.get().person == seat.user
    stranger = sign_in(Client(), make_person(Role.PANEL_MEMBER))
    assert stranger.post(at(meeting), {"answer": "coming"}).status_code == 403


def test_minutes_are_written_with_actions_confirmed_and_corrected(desk, meeting, coordinator):
    assert "Record first who was there" in text_of(desk.get(at(meeting, "minutes/")))
    assert "Who was there is recorded" in record(desk, meeting)
    case = f"/panel/referrals/{meeting.items.get().referral_id}/meetings/"
    desk.post(item_page(meeting), {"text": "The panel asks for more."})
    assert "The panel asks for more." in text_of(desk.get(item_page(meeting)))
    due = {"due_on_day": "1", "due_on_month": "2", "due_on_year": "2030"}
    action = {"text": "Write to health", "owner": coordinator.pk, **due}
    desk.post(item_page(meeting, "action/"), action)
    for page in (at(meeting, "minutes/"), case):
        assert "The panel asks for more." in text_of(desk.get(page))
        assert "Write to health" in text_of(desk.get(page))
    desk.post(at(meeting, f"actions/{ArisingAction.objects.get().pk}/done/"))
    assert ArisingAction.objects.get().done_on == timezone.localdate()
    assert "none has been recorded as held yet" in text_of(
        desk.get(at(meeting, "minutes/confirm/"))
    )
    assert "not confirmed yet" in text_of(desk.post(item_page(meeting, "correct/"), {"text": "No"}))
    later = a_meeting(timezone.localdate(), state="held")
    confirmed = desk.post(at(meeting, "minutes/confirm/"), {"meeting": later.pk}, follow=True)
    assert "Confirmed at the meeting on" in text_of(confirmed)
    assert "minutes have been confirmed" in text_of(desk.post(item_page(meeting), {"text": "No"}))
    desk.post(item_page(meeting, "correct/"), {"text": "It asked for two things."})
    assert "It asked for two things." in text_of(desk.get(at(meeting, "minutes/")))


def test_database_refuses_to_change_confirmed_minutes(meeting, coordinator):
    Meeting.objects.filter(pk=meeting.pk).update(state="held")
    minute = write(item_id=meeting.items.get().pk, text="So it was.", by=coordinator)
    Meeting.objects.filter(pk=meeting.pk).update(confirmed_at=timezone.now())
    with pytest.raises(InternalError, match="add a correction"), transaction.atomic():
        minute.save()
    with pytest.raises(WrongState):
        write(item_id=minute.item_id, text="Otherwise.", by=coordinator)
    assert Minute.objects.get().text == "So it was."


def test_conflict_declared_at_the_meeting_tells_its_quorum_anew(desk, meeting):
    record(desk, meeting)
    person = meeting.attendances.get().seat.user
    told = {"who": person.pk, "reason": "Managed the team"}
    shown = text_of(desk.post(item_page(meeting, "conflict/"), told, follow=True))
    assert "Conflict of interest, and not in the room" in shown
    assert Recusal.objects.get().person == person
