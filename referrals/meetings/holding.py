"""Recording that a meeting took place and who was there; how the quorum stood is kept in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.clock.events import happened
from referrals.meetings.finding import check_not_confirmed, locked_meeting
from referrals.meetings.noting import note
from referrals.meetings.quorum import Table
from referrals.models import Attendance, ClockEvent, Meeting, MeetingState, Presence, Referral
from referrals.models.meeting_state import check_become
from referrals.models.status import WrongState
from tscb.board.models import User

TO_COME = "This meeting has not begun yet."


@dataclass(frozen=True)
class Came:
    """Whether somebody came, and who came for them."""

    presence: Presence
    deputy: str = ""


@transaction.atomic
def hold(*, meeting_id: UUID, came: Mapping[int, Came], by: User) -> Meeting:
    """Takes who was there by the number of their attendance. Until the minutes are confirmed it can
    be put right by doing it again."""
    check_act(Act.KEEP_MEETINGS, by=by)
    meeting = locked_meeting(meeting_id)
    event = check_become(meeting.state, MeetingState.HELD)
    check_not_confirmed(meeting)
    if not meeting.has_begun:
        raise WrongState(TO_COME)
    for row in Attendance.objects.of(meeting):
        keep_presence(row, came.get(row.pk, Came(Presence.ABSENT)))
    keep_quorum(meeting)
    met_on_cases(meeting)
    meeting.state = MeetingState.HELD
    meeting.save(update_fields=("state", "quorum_then"))
    note(event, meeting, by)
    return meeting


def met_on_cases(meeting: Meeting) -> None:
    """Of all on its agenda, whoever records it may see them or not."""
    rows = Referral.objects.select_for_update(of=("self",))
    for referral in rows.filter(agenda_items__meeting=meeting):
        happened(referral, ClockEvent.PUT_BEFORE_PANEL, on=meeting.day)


def keep_presence(row: Attendance, came: Came) -> None:
    row.presence = came.presence
    row.deputy = came.deputy if came.presence == Presence.DEPUTY else ""
    row.save(update_fields=("presence", "deputy"))


def keep_quorum(meeting: Meeting) -> None:
    """As it stood for the meeting and for each of its items: a rule of later does not change it."""
    table = Table(meeting)
    meeting.quorum_then = table.quorum.words
    for item in meeting.items.all():
        item.quorum_then = table.quorum_for(item.referral_id).words
        item.save(update_fields=("quorum_then",))
