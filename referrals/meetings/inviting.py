"""Inviting those who sit on the panel, and what they answer."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.meetings.finding import check_planned, locked_meeting
from referrals.meetings.mails import invite
from referrals.meetings.noting import note
from referrals.models import Answer, Attendance, Meeting, Seat, Verb
from referrals.models.panel_seats import Seats
from tscb.board.models import User

NOT_INVITED = "You are not invited to this meeting."


def not_invited(meeting: Meeting) -> Seats:
    """Those who sit on the panel on its day and were not asked to come."""
    asked = meeting.attendances.values("seat")
    return Seat.objects.on(meeting.day).exclude(pk__in=asked).filter(user__is_active=True)


@transaction.atomic
def invite_all(*, meeting_id: UUID, by: User) -> int:
    """Writes to who was not invited before; gives how many that were."""
    check_act(Act.KEEP_MEETINGS, by=by)
    meeting = locked_meeting(meeting_id)
    check_planned(meeting)
    seats = list(not_invited(meeting))
    Attendance.objects.bulk_create(Attendance(meeting=meeting, seat=seat) for seat in seats)
    invite([seat.user for seat in seats], meeting)
    if seats:
        note(Verb.INVITED, meeting, by)
    return len(seats)


def attendance_of(meeting: Meeting, user: User) -> Attendance | None:
    return Attendance.objects.of(meeting).filter(seat__user=user).first()


@transaction.atomic
def answer(*, meeting_id: UUID, answer: Answer, deputy: str = "", by: User) -> Attendance:
    """The member's own answer; until the meeting is recorded as held it can be another."""
    meeting = locked_meeting(meeting_id)
    check_planned(meeting)
    row = attendance_of(meeting, by)
    if row is None:
        raise PermissionDenied(NOT_INVITED)
    row.answer, row.answered_at = answer, timezone.now()
    row.deputy = deputy if answer == Answer.DEPUTY else ""
    row.save(update_fields=("answer", "answered_at", "deputy"))
    note(Verb.INVITATION_ANSWERED, meeting, by)
    return row
