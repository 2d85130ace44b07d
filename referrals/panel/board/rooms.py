"""The panel's pages that belong to no single case, as this person may open them."""

from django.urls import reverse

from referrals.casework.acts import Act, can_act
from tscb.board.models import User

ROOMS = (
    ("Enter a referral that came by phone or post", Act.ENTER_REFERRAL, "entry:start"),
    ("Meetings", Act.READ_MEETINGS, "panel:meetings:list"),
    ("Calendar of deadlines and meetings", Act.READ, "panel:clock:calendar"),
    ("Agencies that we wait for", Act.ASK_AGENCIES, "panel:summaries:waited_for"),
    ("Templates of letters", Act.EDIT_LETTERS, "panel:letter_templates"),
    ("Figures", Act.READ, "panel:figures"),
    ("Cases whose time is over", Act.CONFIRM_DISPOSAL, "panel:keeping:due"),
)


def rooms_for(user: User) -> list[tuple[str, str]]:
    """What each is called, and where it is."""
    return [(name, reverse(address)) for name, act, address in ROOMS if can_act(act, by=user)]
