"""The panel's pages that belong to no single case, and who finds which of them at the top of every
page of the panel.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from referrals.casework.acts import Act, can_act
from referrals.casework.links import Link


@dataclass(frozen=True)
class Room:
    name: str
    act: Act
    address: str
    # Where else one is in it, beside the pages below its address.
    within: str = ""


ROOMS = (
    Room("Cases", Act.READ, "panel:received", within="/panel/referrals/"),
    Room("Enter a referral", Act.ENTER_REFERRAL, "entry:start"),
    Room("Meetings", Act.READ_MEETINGS, "panel:meetings:list"),
    Room("Calendar", Act.READ_CALENDAR, "panel:clock:calendar"),
    Room("Agencies", Act.ASK_AGENCIES, "panel:summaries:waited_for"),
    Room("Actions", Act.READ, "panel:actions"),
    Room("Figures", Act.READ, "panel:figures"),
    Room("Letters", Act.EDIT_LETTERS, "panel:letter_templates"),
    Room("Keeping", Act.CONFIRM_DISPOSAL, "panel:keeping:due"),
    Room("Receipts", Act.READ_RECEIPTS, "panel:keeping:receipts"),
    Room("Audit", Act.READ_AUDIT, "panel:auditing:events"),
)


def links(request: HttpRequest) -> list[Link]:
    """The one that the person is in is marked."""
    allowed = [room for room in ROOMS if can_act(room.act, by=request.user)]
    found = {room: reverse(room.address) for room in allowed}
    here = room_of(request.path, found)
    return [Link(room.name, href, room == here) for room, href in found.items()]


def room_of(path: str, found: dict[Room, str]) -> Room | None:
    """The nearest: the list of cases stands above all others."""
    around = [room for room, href in found.items() if is_in(path, room, href)]
    return max(around, key=lambda room: len(found[room]), default=None)


def is_in(path: str, room: Room, href: str) -> bool:
    if room.within:
        return path == href or path.startswith(room.within)
    return path.startswith(href)
