"""Writing minutes item by item, confirming them, and what is added afterwards."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.meetings.finding import check_held, check_not_confirmed, locked_meeting
from referrals.meetings.noting import note
from referrals.models import (
    AgendaItem,
    ArisingAction,
    Correction,
    Meeting,
    Minute,
    Verb,
    record,
    staff,
)
from referrals.models.status import WrongState
from tscb.board.models import User
from tscb.board.roles import PANEL_ROLES

NO_MINUTES = "There are no minutes to confirm yet."
NOT_LATER = "Minutes are confirmed by a later meeting of the panel that was held."
NOT_CONFIRMED = "These minutes are not confirmed yet: change them."


@transaction.atomic
def write(*, item_id: int, text: str, by: User) -> Minute:
    """The minutes of one item. Raises AgendaItem.DoesNotExist for what this person may not see."""
    item = item_to_minute(item_id, by)
    check_not_confirmed(item.meeting)
    minute, _ = Minute.objects.update_or_create(
        item=item, defaults={"text": text, "written_by": by, "referral": item.referral}
    )
    note_item(Verb.MINUTED, item, by)
    return minute


@transaction.atomic
def correct(*, item_id: int, text: str, by: User) -> Correction:
    """Beside confirmed minutes, which stay as they are."""
    item = item_to_minute(item_id, by)
    if not item.meeting.is_confirmed:
        raise WrongState(NOT_CONFIRMED)
    correction = Correction.objects.create(
        item=item, text=text, written_by=by, referral=item.referral
    )
    note_item(Verb.MINUTES_CORRECTED, item, by)
    return correction


@dataclass(frozen=True)
class Task:
    """What somebody is to do, and until when."""

    text: str
    owner: User
    due_on: date


@transaction.atomic
def set_action(*, item_id: int, task: Task, by: User) -> ArisingAction:
    item = item_to_minute(item_id, by)
    action = ArisingAction.objects.create(
        item=item, referral=item.referral, written_by=by, **vars(task)
    )
    note_item(Verb.ACTION_SET, item, by)
    return action


@transaction.atomic
def finish(*, action_id: int, by: User) -> None:
    """By a coordinator or by whose action it is. Pressing twice does it once."""
    actions = ArisingAction.objects.visible_to(by).select_related("item__meeting", "referral")
    action = actions.select_for_update(of=("self",)).get(pk=action_id)
    if action.owner_id != by.pk:
        check_act(Act.KEEP_MEETINGS, by=by)
    if action.done_on is None:
        action.done_on = timezone.localdate()
        action.save(update_fields=("done_on",))
        note_item(Verb.ACTION_DONE, action.item, by)


@transaction.atomic
def confirm(*, meeting_id: UUID, confirmed_in: UUID, by: User) -> Meeting:
    """At a later meeting; from then on the database refuses any change to them."""
    check_act(Act.KEEP_MEETINGS, by=by)
    meeting = locked_meeting(meeting_id)
    later = Meeting.objects.held().filter(pk=confirmed_in).first()
    check_can_be_confirmed(meeting, later)
    meeting.confirmed_at, meeting.confirmed_by = timezone.now(), by
    meeting.confirmed_in = later
    meeting.save(update_fields=("confirmed_at", "confirmed_by", "confirmed_in"))
    note(Verb.MINUTES_CONFIRMED, meeting, by)
    return meeting


def check_can_be_confirmed(meeting: Meeting, later: Meeting | None) -> None:
    check_held(meeting)
    check_not_confirmed(meeting)
    if later is None or later.starts_at <= meeting.starts_at:
        raise WrongState(NOT_LATER)
    if not Minute.objects.filter(item__meeting=meeting).exists():
        raise WrongState(NO_MINUTES)


def item_to_minute(item_id: int, by: User) -> AgendaItem:
    """With its meeting locked, so that nobody confirms while somebody writes."""
    check_act(Act.KEEP_MEETINGS, by=by)
    items = AgendaItem.objects.visible_to(by).select_related("referral")
    item = items.get(pk=item_id)
    item.meeting = locked_meeting(item.meeting_id)
    check_held(item.meeting)
    return item


def note_item(verb: Verb, item: AgendaItem, by: User) -> None:
    """Beside the case that the item is about, so that it stands in the case's history."""
    case = item.referral
    record(
        verb,
        by=staff(by),
        referral_id=case.pk if case else None,
        reference=case.reference if case else None,
        about=item.meeting.about,
    )


def who_can_act(item: AgendaItem) -> list[User]:
    """Those with a role on the panel who may see what the action is about."""
    people = User.objects.filter(is_active=True, groups__name__in=PANEL_ROLES).distinct()
    visible = AgendaItem.objects.visible_to
    return [person for person in people if visible(person).filter(pk=item.pk).exists()]
