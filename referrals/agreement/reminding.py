"""Reminders on the first and the second working day after somebody was asked, once each.

One that is late goes out on the next working day; there are never two on the same day.
"""

from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from referrals.agreement.mails import queue_reminder
from referrals.agreement.rows import note
from referrals.models import SITE, Agreement, AgreementLink, Verb
from referrals.models.agreement import Agreements
from referrals.models.status import AWAITS_AGREEMENT
from tscb.board.calendar import add_working_days, is_working_day
from tscb.common.one_by_one import each

FROM_HOUR = 9  # nobody is called to work in the night


def remind(now: datetime | None = None) -> None:
    """Safe to run twice at once: a row that another process holds is left to it."""
    now = now or timezone.localtime()
    if is_working_day(now.date()) and now.hour >= FROM_HOUR:
        due = list(waiting(now).values_list("pk", flat=True))
        each(due, partial(remind_of, now=now), what="reminders of agreements")


def waiting(now: datetime) -> Agreements:
    """Those that may be due: asked before today, not reminded of today, not twice already."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    not_today = Q(reminded_first_at=None) | Q(reminded_first_at__lt=midnight)
    rows = Agreement.objects.waiting().filter(referral__status__in=AWAITS_AGREEMENT)
    rows = rows.filter(referral__is_sample=False)
    return rows.filter(not_today, asked_at__lt=midnight, reminded_again_at=None)


@transaction.atomic
def remind_of(agreement_id: UUID, *, now: datetime) -> None:
    rows = waiting(now).select_related("referral").filter(pk=agreement_id)
    row = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if row is None or not is_due(row, now.date()):
        return
    mark = "reminded_again_at" if row.reminded_first_at else "reminded_first_at"
    setattr(row, mark, now)
    row.save(update_fields=(mark,))
    queue_reminder(row, AgreementLink.objects.make(agreement=row))
    note(Verb.AGREEMENT_REMINDED, row, SITE)


def is_due(row: Agreement, today: date) -> bool:
    count = 2 if row.reminded_first_at else 1
    return today >= add_working_days(timezone.localdate(row.asked_at), count)
