"""The clocks of the sample referrals: one overdue, one due soon, one that only runs."""

from datetime import timedelta

from django.utils import timezone

from referrals.clock.events import happened
from referrals.models import ClockEvent, Referral

# How many days ago the local authority became aware, by the number of the sample.
AWARE = {0: 4, 1: 12}


def load_for(referral: Referral, number: int) -> None:
    if number in AWARE:
        day = timezone.localdate() - timedelta(days=AWARE[number])
        happened(referral, ClockEvent.AWARE, on=day)
