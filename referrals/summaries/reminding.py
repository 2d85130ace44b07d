"""Reminders two working days before a summary is due, on its day, and on the next working day.

One that is late gives way to the next: there are never two on one day.
"""

from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.models import SITE, Summary, Verb
from referrals.models.status import OPEN
from referrals.models.summary import Summaries
from referrals.summaries.mails import queue_reminder
from referrals.summaries.rows import note
from tscb.board.calendar import add_working_days, is_working_day
from tscb.common.one_by_one import each

FROM_HOUR = 9  # nobody is called to work in the night
DAYS_BEFORE = 2


def remind(now: datetime | None = None) -> None:
    """Safe to run twice at once: a row that another process holds is left to it."""
    now = now or timezone.localtime()
    if is_working_day(now.date()) and now.hour >= FROM_HOUR:
        due = list(waiting(now.date()).values_list("pk", flat=True))
        each(due, partial(remind_of, today=now.date()), what="reminders of summaries")


def waiting(today: date) -> Summaries:
    """Those that may be due."""
    rows = Summary.objects.waited_for().filter(referral__status__in=OPEN)
    rows = rows.filter(referral__is_sample=False, asked_at__date__lt=today)
    return rows.filter(due_on__lte=add_working_days(today, DAYS_BEFORE))


@transaction.atomic
def remind_of(summary_id: UUID, *, today: date) -> None:
    rows = waiting(today).select_related("referral").filter(pk=summary_id)
    row = rows.select_for_update(skip_locked=True, of=("self",)).first()
    stage = reached(row.due_on, today) if row else None
    if row is None or stage is None or row.reminded_for == stage:
        return
    row.reminded_for = stage
    row.save(update_fields=("reminded_for",))
    queue_reminder(row)
    note(Verb.SUMMARY_REMINDED, row, SITE)


def reached(due_on: date, today: date) -> date | None:
    """The newest of the three days on which a reminder goes out that has come."""
    days = (add_working_days(due_on, -DAYS_BEFORE), due_on, add_working_days(due_on, 1))
    return max((day for day in days if day <= today), default=None)
