"""How a coordinator puts a referral before the panel on a day. Pressing twice does it once."""

from datetime import date, timedelta
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from referrals.casework.acts import Act, can_act, check_act
from referrals.casework.finding import locked
from referrals.casework.moving import move
from referrals.clock.events import happened
from referrals.models import ClockEvent, PanelDates, Referral, Status, Verb, panel_dates_of
from referrals.models.status import check_move
from referrals.panel.mails import queue_put_before_panel
from tscb.board.models import User

FURTHEST_MEETING = timedelta(days=366)  # further off, the year was mistyped


class WrongDay(Exception):
    """A day that cannot be right. Its message is a sentence for the person."""


def check_meeting_day(referral: Referral, day: date) -> None:
    received = timezone.localdate(referral.submitted_at)
    if day < received:
        raise WrongDay(f"The day of the meeting must be {written(received)} or later: received")
    if day > timezone.localdate() + FURTHEST_MEETING:
        raise WrongDay("The day of the meeting must be within a year from now")


def can_set_meeting(referral: Referral, user: User | AnonymousUser) -> bool:
    return can_act(Act.SET_MEETING, by=user, referral=referral)


def written(day: date) -> str:
    return date_format(day, "j F Y")


@transaction.atomic
def set_meeting(*, referral_id: UUID, day: date, by: User) -> Referral:
    """Puts it before the panel, or corrects the day of the meeting."""
    check_act(Act.SET_MEETING, by=by)
    referral = locked(referral_id, by)
    dates = panel_dates_of(referral)
    if referral.status == Status.WITH_PANEL and dates and dates.meeting_on == day:
        return referral
    event = check_move(referral.status, Status.WITH_PANEL)
    check_meeting_day(referral, day)
    PanelDates.objects.update_or_create(referral=referral, defaults={"meeting_on": day})
    happened(referral, ClockEvent.PUT_BEFORE_PANEL, on=day)
    move(referral, Status.WITH_PANEL, by)
    if event == Verb.PUT_BEFORE_PANEL:
        queue_put_before_panel(referral)
    return referral
