"""The agenda of a meeting: cases, other business, their order and their time.

Putting a case on an agenda is putting it before the panel. A case stands on the agenda of one
planned meeting at most; those of meetings that were held keep it.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.formats import date_format

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.casework.moving import move
from referrals.meetings.finding import check_planned, locked_meeting
from referrals.meetings.mails import queue_day_changed, queue_put_before_panel
from referrals.meetings.noting import note
from referrals.models import (
    AgendaItem,
    Meeting,
    MeetingState,
    PanelDates,
    Referral,
    Status,
    Verb,
    panel_dates_of,
)
from referrals.models.status import WrongState, check_move
from tscb.board.models import User

FURTHEST_MEETING = timedelta(days=366)  # further off, the year was mistyped
BEFORE_THE_PANEL = "This case is before the panel: move it to another meeting instead."


class WrongDay(WrongState):
    """A day that cannot be right. Its message is a sentence for the person."""


def check_meeting_day(referral: Referral, day: date) -> None:
    received = timezone.localdate(referral.submitted_at)
    if day < received:
        written = date_format(received, "j F Y")
        raise WrongDay(f"The day of the meeting must be {written} or later: received")


def check_not_too_far(day: date) -> None:
    if day > timezone.localdate() + FURTHEST_MEETING:
        raise WrongDay("The day of the meeting must be within a year from now")


@transaction.atomic
def put_before_panel(*, referral_id: UUID, meeting_id: UUID, by: User) -> Referral:
    """On the agenda of that meeting, and off that of any other meeting that is planned. Raises
    WrongState, or WrongDay for a meeting before the referral came."""
    meeting = locked_meeting(meeting_id)
    referral = locked(referral_id, by)
    check_act(Act.SET_MEETING, by=by, referral=referral)
    check_planned(meeting)
    if not meeting.items.filter(referral=referral).exists():
        check_meeting_day(referral, meeting.day)
        place_on(meeting, referral, by)
    return referral


def place_on(meeting: Meeting, referral: Referral, by: User) -> None:
    """Without asking who does it: a meeting that is cancelled takes all its cases elsewhere, those
    too which the person who cancels it may not see."""
    former = AgendaItem.objects.filter(referral=referral, meeting__state=MeetingState.PLANNED)
    former.delete()
    AgendaItem.objects.create(meeting=meeting, referral=referral, place=next_place(meeting))
    meets_on(referral, meeting.day, by)


def meets_on(referral: Referral, day: date, by: User) -> None:
    """The day of its meeting, which its referrer sees, is that of the meeting it is on."""
    event, before = check_move(referral.status, Status.WITH_PANEL), panel_dates_of(referral)
    PanelDates.objects.update_or_create(referral=referral, defaults={"meeting_on": day})
    move(referral, Status.WITH_PANEL, by)
    if event == Verb.PUT_BEFORE_PANEL:
        queue_put_before_panel(referral)
    elif before and before.meeting_on != day:
        queue_day_changed(referral)


@transaction.atomic
def add_business(*, meeting_id: UUID, business: str, takes: int, by: User) -> AgendaItem:
    meeting = changed_agenda(meeting_id, by)
    place = next_place(meeting)
    return AgendaItem.objects.create(meeting=meeting, business=business, takes=takes, place=place)


@transaction.atomic
def arrange(*, meeting_id: UUID, order: list[tuple[int, int, int]], by: User) -> None:
    """Takes item, place and minutes of each; items that are not named keep what they have."""
    meeting = changed_agenda(meeting_id, by)
    for item_id, place, takes in order:
        meeting.items.filter(pk=item_id).update(place=place, takes=takes)


@transaction.atomic
def take_off(*, meeting_id: UUID, item_id: int, by: User) -> None:
    """Other business, or a case that its referrer has withdrawn. Pressing twice does it once."""
    meeting = changed_agenda(meeting_id, by)
    item = meeting.items.visible_to(by).filter(pk=item_id).select_related("referral").first()
    if item and item.referral and item.referral.status == Status.WITH_PANEL:
        raise WrongState(BEFORE_THE_PANEL)
    if item:
        item.delete()


def changed_agenda(meeting_id: UUID, by: User) -> Meeting:
    check_act(Act.KEEP_MEETINGS, by=by)
    meeting = locked_meeting(meeting_id)
    check_planned(meeting)
    note(Verb.AGENDA_CHANGED, meeting, by)
    return meeting


def next_place(meeting: Meeting) -> int:
    return (meeting.items.aggregate(last=Max("place"))["last"] or 0) + 1
