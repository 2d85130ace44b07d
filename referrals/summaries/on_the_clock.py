"""What the clock is told: when agencies were first asked, and when none is waited for any more."""

from django.db.models import Count, Min, Q
from django.utils import timezone

from referrals.clock.events import happened, undone
from referrals.models import ClockEvent, Referral, Summary
from referrals.models.summary_state import WAITED_FOR


def tell_the_clock(referral: Referral) -> None:
    """Inside the transaction of whatever has changed."""
    waits = Count("pk", Q(state__in=WAITED_FOR))
    rows = Summary.objects.filter(referral=referral).counted()
    found = rows.aggregate(waits=waits, asked_at=Min("asked_at"))
    if found["asked_at"] is None:
        undone(referral, ClockEvent.AGENCIES_ASKED)
    else:
        asked_on = timezone.localdate(found["asked_at"])
        happened(referral, ClockEvent.AGENCIES_ASKED, on=asked_on)
    if found["asked_at"] is None or found["waits"]:
        undone(referral, ClockEvent.AGENCIES_ANSWERED)
    else:
        happened(referral, ClockEvent.AGENCIES_ANSWERED)
