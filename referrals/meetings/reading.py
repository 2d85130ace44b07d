"""Minutes as one reader gets them: item by item, each behind the door of its case."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from referrals.models import (
    AgendaItem,
    ArisingAction,
    Correction,
    Meeting,
    Minute,
    Recusal,
    Referral,
    Verb,
    record,
    staff,
)
from tscb.board.models import User


@dataclass(frozen=True)
class ItemMinutes:
    """`minute` is None while nothing is written."""

    number: int
    item: AgendaItem
    minute: Minute | None
    corrections: list[Correction]
    actions: list[ArisingAction]
    recused: list[User]
    recommended: str


@dataclass(frozen=True)
class MinutesToRead:
    items: list[ItemMinutes]
    hidden: int


@transaction.atomic
def minutes_to_read(meeting: Meeting, reader: User) -> MinutesToRead:
    """With an event of reading beside every case of which something is shown."""
    seen = list(meeting.items.visible_to(reader).select_related("referral", "meeting"))
    items = [minutes_of(number, item) for number, item in enumerate(seen, 1)]
    record_reading([one.item for one in items if one.minute or one.actions], reader)
    return MinutesToRead(items, meeting.items.count() - len(seen))


@transaction.atomic
def minutes_of_case(referral: Referral, reader: User) -> list[ItemMinutes]:
    """The latest meeting first; each is recorded as read. `referral` came through the door."""
    rows = AgendaItem.objects.filter(referral=referral).select_related("referral", "meeting")
    items = [minutes_of(item.place, item) for item in rows.order_by("-meeting__starts_at")]
    record_reading([one.item for one in items if one.minute or one.actions], reader)
    return items


def minutes_of(number: int, item: AgendaItem) -> ItemMinutes:
    return ItemMinutes(
        number,
        item,
        Minute.objects.filter(item=item).select_related("written_by").first(),
        list(item.corrections.select_related("written_by")),
        list(item.arisingactions.select_related("owner")),
        recused_from(item),
        recommended(item),
    )


def recommended(item: AgendaItem) -> str:
    """What came of it: the recommendation that the panel made on that day."""
    if item.referral is None:
        return ""
    made = item.referral.recommendations.select_related("review_type").order_by("-number")
    found = made.filter(meeting_on=item.meeting.day, recommended_at__isnull=False).first()
    return found.concluded if found else ""


def recused_from(item: AgendaItem) -> list[User]:
    if not item.is_case:
        return []
    rows = Recusal.objects.filter(referral=item.referral_id, ended_at=None)
    return [row.person for row in rows.select_related("person").defer("reason")]


def record_reading(items: Iterable[AgendaItem], reader: User) -> None:
    for item in items:
        if item.referral:
            record(
                Verb.READ,
                by=staff(reader),
                referral_id=item.referral.pk,
                reference=item.referral.reference,
                about=f"minutes, {item.meeting.about}",
            )
