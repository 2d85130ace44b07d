"""Cases that wait for a meeting, and the days on which one would keep their clock."""

from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone

from referrals.meetings.suggesting import Suggestion, suggestions
from referrals.models import AgendaItem, MeetingState, Referral, Status
from referrals.models.referral import Referrals
from tscb.board.models import User


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
    return suggestions(due_days(waiting_for_a_meeting(person)), timezone.localdate())


def due_days(waiting: Referrals) -> list[date]:
    """The day by which each has to be before the panel."""
    return []
