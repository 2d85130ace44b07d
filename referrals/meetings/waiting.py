"""Cases that wait for a meeting, and the days on which one would keep their clock."""

from datetime import date

from django.db.models import Exists, Min, OuterRef
from django.utils import timezone

from referrals.meetings.suggesting import Suggestion, suggestions
from referrals.models import AgendaItem, ClockEvent, Deadline, MeetingState, Referral, Status
from referrals.models.referral import Referrals
from tscb.board.models import User
from tscb.board.working_days import calendars

NEED_A_MEETING = (ClockEvent.PUT_BEFORE_PANEL, ClockEvent.RECOMMENDED, ClockEvent.DECIDED)


def waiting_for_a_meeting(person: User) -> Referrals:
    """Received, or before the panel without a meeting to come: sent back, or not dealt with at the
    last one. The longest waiting first; nothing is decrypted."""
    planned = AgendaItem.objects.filter(
        referral=OuterRef("pk"), meeting__state=MeetingState.PLANNED
    )
    seen = Referral.objects.visible_to(person)
    waiting = seen.filter(~Exists(planned), status__in=(Status.RECEIVED, Status.WITH_PANEL))
    return waiting.order_by("submitted_at").only("pk", "reference", "submitted_at", "status")


def suggested(person: User) -> list[Suggestion]:
    waiting = waiting_for_a_meeting(person)
    return suggestions(due_days(waiting), timezone.localdate(), calendars().board)


def due_days(waiting: Referrals) -> list[date]:
    """Of each case the first day by which a meeting is needed: the panel is to have met, or to have
    recommended, or the chair to have decided what it recommends."""
    open_ones = Deadline.objects.open_for(waiting).filter(rule__ends_with__in=NEED_A_MEETING)
    first = open_ones.order_by("referral").values("referral").annotate(first=Min("due_on"))
    return [one["first"] for one in first]
