"""Making a copy: counted, recorded beside every case that it holds, then typeset in memory."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from referrals.casework.acts import Act, check_act
from referrals.meetings import pack
from referrals.meetings.finding import locked_meeting
from referrals.meetings.noting import note
from referrals.meetings.pack.content import content
from referrals.models import AgendaItem, Meeting, MeetingState, PackCopy, Verb, record, staff
from referrals.models.status import WrongState
from tscb.board.models import User
from tscb.common.typesetting import typeset

TEMPLATE = Path(pack.__file__).parent / "pack.typ"
CANCELLED = "This meeting was cancelled: there are no papers for it."
OVER = "The minutes of this meeting are confirmed: papers for it are no longer made."


def make_pack(*, meeting_id: UUID, by: User) -> tuple[str, bytes]:
    """The name of the file, which tells the day alone, and the PDF. Recorded before it is typeset:
    a copy that failed on its way is one too many in the audit, never one too few."""
    copy, data = taken(meeting_id=meeting_id, by=by)
    return f"papers-{copy.meeting.day:%Y-%m-%d}.pdf", typeset(TEMPLATE, data)


@transaction.atomic
def taken(*, meeting_id: UUID, by: User) -> tuple[PackCopy, dict[str, Any]]:
    check_act(Act.READ_PACK, by=by)
    meeting = locked_meeting(meeting_id)
    check_has_papers(meeting)
    items = list(readable(meeting, by))
    copy = next_copy(meeting, items, by)
    record_copy(copy, items, by)
    return copy, content(copy, items)


def check_has_papers(meeting: Meeting) -> None:
    if meeting.state == MeetingState.CANCELLED:
        raise WrongState(CANCELLED)
    if meeting.is_confirmed:
        raise WrongState(OVER)


def readable(meeting: Meeting, by: User) -> Sequence[AgendaItem]:
    items = meeting.items.visible_to(by).order_by("place", "pk")
    return list(items.select_related("referral", "referral__withdrawal"))


def next_copy(meeting: Meeting, items: Sequence[AgendaItem], by: User) -> PackCopy:
    last = meeting.copies.aggregate(last=Max("number"))["last"] or 0
    left_out = meeting.items.count() - len(items)
    return PackCopy.objects.create(meeting=meeting, number=last + 1, reader=by, left_out=left_out)


def record_copy(copy: PackCopy, items: Sequence[AgendaItem], by: User) -> None:
    note(Verb.PACK_MADE, copy.meeting, by)
    for item in items:
        if item.referral:
            record(
                Verb.PACK_MADE,
                by=staff(by),
                referral_id=item.referral.pk,
                reference=item.referral.reference,
                about=f"copy {copy.number}, {copy.meeting.about}",
            )
