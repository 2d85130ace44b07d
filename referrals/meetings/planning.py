"""Planning a meeting, moving it, cancelling it. What moves with it: the days of its cases, the
answers of its members, and what all of them were told.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.meetings.agenda import (
    check_meeting_day,
    check_not_too_far,
    meets_on,
    place_on,
)
from referrals.meetings.finding import check_planned, locked_meeting
from referrals.meetings.mails import tell_cancelled, tell_changed
from referrals.meetings.noting import note
from referrals.models import Answer, Attendance, Meeting, MeetingState, Referral, Status, Verb
from referrals.models.meeting_state import check_become
from referrals.models.status import WrongState
from tscb.board.models import User

ELSEWHERE_FIRST = (
    "There are cases on its agenda. Plan another meeting first, and say here that they go there."
)


@dataclass(frozen=True)
class Arrangement:
    """When and where a meeting is."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""


@transaction.atomic
def plan(*, arranged: Arrangement, by: User) -> Meeting:
    """Raises WrongDay for a day that must be mistyped."""
    check_act(Act.KEEP_MEETINGS, by=by)
    meeting = Meeting(**vars(arranged))
    check_not_too_far(meeting.day)
    meeting.save()
    note(Verb.MEETING_PLANNED, meeting, by)
    return meeting


@transaction.atomic
def change(*, meeting_id: UUID, arranged: Arrangement, by: User) -> Meeting:
    """Another time or place. Members are told and, for another time, asked anew; referrers are told
    if the day is another."""
    check_act(Act.KEEP_MEETINGS, by=by)
    meeting = locked_meeting(meeting_id)
    event = check_become(meeting.state, MeetingState.PLANNED)
    former = Arrangement(*(getattr(meeting, name) for name in vars(arranged)))
    if former == arranged:
        return meeting
    rearrange(meeting, arranged)
    note(event, meeting, by)
    for referral in cases_of(meeting):
        if referral.panel_dates.meeting_on != meeting.day:
            check_meeting_day(referral, meeting.day)
            meets_on(referral, meeting.day, by)
    if (former.starts_at, former.ends_at) != (meeting.starts_at, meeting.ends_at):
        ask_anew(meeting)
    tell_changed(invited(meeting), meeting)
    return meeting


def rearrange(meeting: Meeting, arranged: Arrangement) -> None:
    for name, value in vars(arranged).items():
        setattr(meeting, name, value)
    check_not_too_far(meeting.day)
    meeting.changes += 1
    meeting.save()


@transaction.atomic
def cancel(*, meeting_id: UUID, cases_to: UUID | None, by: User) -> Meeting:
    """Its cases go to the other meeting; without one, only a meeting without cases is cancelled."""
    check_act(Act.KEEP_MEETINGS, by=by)
    meeting, other = locked_together(meeting_id, cases_to)
    event = check_become(meeting.state, MeetingState.CANCELLED)
    take_elsewhere(cases_of(meeting), other, by)
    meeting.state = MeetingState.CANCELLED
    meeting.changes += 1
    meeting.save(update_fields=("state", "changes"))
    note(event, meeting, by)
    tell_cancelled(invited(meeting), meeting)
    return meeting


def locked_together(meeting_id: UUID, other_id: UUID | None) -> tuple[Meeting, Meeting | None]:
    """In the order of their numbers: two that are cancelled in favour of each other do not wait for
    each other."""
    rows = Meeting.objects.select_for_update().filter(pk__in=[meeting_id, other_id or meeting_id])
    found = {meeting.pk: meeting for meeting in rows.order_by("pk")}
    other = found.get(other_id) if other_id else None
    return found[meeting_id], None if other_id == meeting_id else other


def take_elsewhere(cases: list[Referral], other: Meeting | None, by: User) -> None:
    if not cases:
        return
    if other is None:
        raise WrongState(ELSEWHERE_FIRST)
    check_planned(other)
    for referral in cases:
        check_meeting_day(referral, other.day)
        place_on(other, referral, by)


def cases_of(meeting: Meeting) -> list[Referral]:
    """All that are before the panel there, whoever may see them; each locked."""
    rows = Referral.objects.select_for_update(of=("self",)).select_related("panel_dates")
    return list(rows.filter(agenda_items__meeting=meeting, status=Status.WITH_PANEL))


def has_cases(meeting: Meeting) -> bool:
    return meeting.items.filter(referral__status=Status.WITH_PANEL).exists()


def invited(meeting: Meeting) -> list[User]:
    return [row.seat.user for row in Attendance.objects.of(meeting)]


def ask_anew(meeting: Meeting) -> None:
    rows = Attendance.objects.filter(meeting=meeting)
    rows.update(answer=Answer.NONE, answered_at=None)
