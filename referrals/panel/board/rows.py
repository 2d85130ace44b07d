"""The cases that the board shows, with all that filters and lines look at. Nothing of it needs a
key, so that one which is lost takes no other case off the board.
"""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Greatest
from django.utils import timezone

from referrals.models import Addition, Agreement, Deadline, Referral, ReferralFile
from referrals.models.clock_deadline import with_next_due
from referrals.models.referral import Referrals
from referrals.panel.board.filters import Order
from referrals.panel.board.waiting import with_waiting
from tscb.board.models import User

SEALED = ("answers", "unfinished", "return_email", "withdrawal__reason")
OF_THIS = {"referral": OuterRef("pk")}
ORDERS = {
    Order.DUE: ("next_due_on", "submitted_at", "pk"),  # in the database what is never due is last
    Order.NEWEST: ("-submitted_at", "pk"),
}


def cases_for(user: User) -> Referrals:
    """Through the only door; what is added here is to be filtered and counted by."""
    visible = with_next_due(with_waiting(Referral.objects.visible_to(user).order_by()))
    this_week = Deadline.objects.running().filter(due_on__range=week_from(timezone.localdate()))
    due = Q(next_due_on__isnull=False) & Q(Exists(this_week.filter(**OF_THIS)))
    return visible.annotate(is_due_this_week=due)


def week_from(today: date) -> tuple[date, date]:
    """From today to Sunday."""
    return today, today + timedelta(days=6 - today.weekday())


def for_lines(cases: Referrals, order: Order) -> Referrals:
    """With what a line tells besides. The database computes it for the lines of one page alone."""
    newest = Agreement.objects.filter(**OF_THIS).order_by("-asked_at", "-number")
    added = Addition.objects.filter(**OF_THIS).order_by("-added_at").values("added_at")[:1]
    later = ReferralFile.objects.filter(**OF_THIS, added_at__gt=OuterRef("submitted_at"))
    files = later.order_by("-added_at").values("added_at")[:1]
    told = cases.annotate(
        agreement_state=Subquery(newest.values("state")[:1]),
        agreement_route=Subquery(newest.values("route")[:1]),
        last_added_at=Greatest(Subquery(added), Subquery(files)),
    )
    told = told.select_related("case", "case__agency", "case__lead", "panel_dates", "withdrawal")
    return told.defer(*SEALED).order_by(*ORDERS[order])
