"""What the worker does so that no case is without its clock, and none with a wrong one.

Referrals that were received before there were clocks get theirs; deadlines that were counted with
other bank holidays than those known now are counted anew.
"""

from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from referrals.clock.counting import count_anew
from referrals.clock.events import happened
from referrals.models import (
    ClockEvent,
    ClockRule,
    Deadline,
    Referral,
    panel_dates_of,
)
from referrals.models.status import SEEN_BY_THE_PANEL
from tscb.board.working_days import Calendars, calendars
from tscb.common.one_by_one import each

AT_ONCE = 200


def catch_up() -> None:
    if ClockRule.objects.exists():
        each(without_a_clock(), start_clock, what="clocks to start")
    days = calendars()
    each(counted_otherwise(days), partial(count_again, days=days), what="clocks to count anew")


def without_a_clock() -> list[UUID]:
    """Numbers of referrals that were received before there were clocks."""
    received = Referral.objects.filter(status__in=SEEN_BY_THE_PANEL)
    received = received.exclude(case_events__event=ClockEvent.RECEIVED).order_by("submitted_at")
    return list(received.values_list("pk", flat=True)[:AT_ONCE])


def counted_otherwise(days: Calendars) -> list[UUID]:
    """Numbers of referrals with a running clock that other bank holidays were counted for."""
    stale = Deadline.objects.running().exclude(counted_with=days.mark).order_by("referral")
    return list(stale.values_list("referral", flat=True).distinct()[:AT_ONCE])


@transaction.atomic
def start_clock(referral_id: UUID) -> None:
    """From what is known: when it came, when the panel met on it, when it was decided."""
    for referral in locked(referral_id):
        dates = panel_dates_of(referral)
        if dates:
            happened(referral, ClockEvent.PUT_BEFORE_PANEL, on=dates.meeting_on)
        if dates and dates.decided_on:
            happened(referral, ClockEvent.DECIDED, on=dates.decided_on)
        happened(referral, ClockEvent.RECEIVED, on=timezone.localdate(referral.submitted_at))


@transaction.atomic
def count_again(referral_id: UUID, *, days: Calendars) -> None:
    for referral in locked(referral_id):
        count_anew(referral, days)


def locked(referral_id: UUID) -> QuerySet[Referral]:
    """None while somebody else works on it: it is for the next turn. Nothing is decrypted."""
    rows = Referral.objects.select_for_update(skip_locked=True, of=("self",))
    return rows.defer("answers", "unfinished", "return_email").filter(pk=referral_id)
