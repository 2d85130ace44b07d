"""Tells people of deadlines: once before, once after, all of a day in one mail.

The mail and the note that it was sent are written together: a crash sends nothing twice. After the
site was down everybody gets one mail with what is due or overdue by then.
"""

from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from referrals.clock.mails import queue_deadlines
from referrals.models import ClockRule, Deadline, DeadlineNotice, Occasion, Referral
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES
from tscb.board.working_days import Calendars, calendars
from tscb.common.one_by_one import each

FROM_HOUR = 9  # nobody is called to work in the night


def remind(now: datetime | None = None) -> None:
    """Safe to run twice at once: a person whom another process holds is left to it."""
    now = now or timezone.localtime()
    days = calendars()
    if days.board.is_working(now.date()) and now.hour >= FROM_HOUR:
        people = list(not_told_yet(now.date()).values_list("pk", flat=True))
        each(people, partial(tell, today=now.date(), days=days), what="reminders of deadlines")


def not_told_yet(today: date) -> QuerySet[User]:
    """Who may see cases and has had no mail of deadlines today."""
    told = DeadlineNotice.objects.filter(told_on=today).values("user")
    people = User.objects.filter(is_active=True, groups__name__in=PANEL_ROLES)
    return people.exclude(pk__in=told).order_by("pk").distinct()


@transaction.atomic
def tell(user_id: int, *, today: date, days: Calendars) -> None:
    """One person, of what they may see and were not told of before."""
    user = User.objects.select_for_update(skip_locked=True).filter(pk=user_id).first()
    if user is None or DeadlineNotice.objects.filter(user=user, told_on=today).exists():
        return
    notices = news(user, today, days)
    if notices:
        DeadlineNotice.objects.bulk_create(notices)
        queue_deadlines(user, [one.deadline for one in notices], today, days.statutory)


def news(user: User, today: date, days: Calendars) -> list[DeadlineNotice]:
    """The most urgent first."""
    open_ones = Deadline.objects.open_for(Referral.objects.visible_to(user))
    open_ones = open_ones.filter(referral__is_sample=False)
    known = DeadlineNotice.objects.filter(user=user, deadline__in=open_ones.order_by())
    told = set(known.values_list("deadline", "occasion", "due_on"))
    return [
        DeadlineNotice(deadline=one, user=user, occasion=occasion, due_on=one.due_on, told_on=today)
        for one in open_ones
        if one.due_on
        and (occasion := occasion_of(one.rule, one.due_on, user, today, days))
        and (one.pk, occasion, one.due_on) not in told
    ]


def occasion_of(
    rule: ClockRule, due: date, user: User, today: date, days: Calendars
) -> Occasion | None:
    """Why this person is to hear of it today, if they are."""
    if due < today:
        return Occasion.OVERDUE if user.role_names.intersection(rule.overdue_roles) else None
    is_near = rule.warn_days is not None and today >= warned_from(rule, due, days)
    return Occasion.AHEAD if is_near and user.role_names.intersection(rule.warned_roles) else None


def warned_from(rule: ClockRule, due: date, days: Calendars) -> date:
    return days.board.add(due, -(rule.warn_days or 0))
