"""A conflict of interest that is declared for an item of an agenda."""

from django.db import transaction

from referrals.casework.recusing import recuse
from referrals.meetings.finding import check_not_confirmed, locked_meeting
from referrals.meetings.holding import keep_quorum
from referrals.models import AgendaItem, Attendance, Meeting, Recusal
from referrals.models.status import WrongState
from tscb.board.models import User


@transaction.atomic
def declare(*, item: AgendaItem, person: User, reason: str, by: User) -> Recusal:
    """At a meeting that is recorded as held, the quorum for its items is told anew."""
    if item.referral_id is None:
        raise WrongState("This is no case: nobody has to stand back from it.")
    meeting = locked_meeting(item.meeting_id)
    check_not_confirmed(meeting)
    recusal = recuse(referral_id=item.referral_id, person=person, reason=reason, by=by)
    retell_quorum(meeting)
    return recusal


def retell_quorum(meeting: Meeting) -> None:
    if meeting.is_held:
        keep_quorum(meeting)
        meeting.save(update_fields=("quorum_then",))


def who_could(item: AgendaItem) -> list[User]:
    """Those who were invited."""
    return [row.seat.user for row in Attendance.objects.of(item.meeting)]
