"""What happened in a case, and what follows for its deadlines. Every room says it here, inside the
transaction of its own act, which has locked the referral.

Saying the same twice is harmless, and a later day corrects an earlier one.
"""

from datetime import date

from django.utils import timezone

from referrals.clock.counting import begin, count_anew
from referrals.models import CaseEvent, ClockEvent, Referral


def happened(referral: Referral, event: ClockEvent, *, on: date | None = None) -> None:
    """On that day, today unless told otherwise."""
    told = {"on": on or timezone.localdate()}
    CaseEvent.objects.update_or_create(referral=referral, event=event, defaults=told)
    if event == ClockEvent.RECEIVED:
        begin(referral)
    count_anew(referral)


def undone(referral: Referral, event: ClockEvent) -> None:
    """It did not happen after all: what it began has not begun, what it met is open again."""
    CaseEvent.objects.filter(referral=referral, event=event).delete()
    count_anew(referral)
