"""The Atom feed of the 7 minute briefings."""

from collections.abc import Iterable

from briefings.models import Briefing
from reviews.feeds import PublishedFeed, for_feed
from tscb.board.site import current


class BriefingFeed(PublishedFeed):
    address, page = "briefings:feed", "briefings:list"

    def title(self) -> str:
        return f"7 minute briefings – {current().board_name}"

    def items(self) -> Iterable[Briefing]:
        return for_feed(Briefing.objects.published(), "overview")
