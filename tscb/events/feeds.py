"""The Atom feed of the learning events."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from reviews.feeds import NEWEST, NOT_XML, PublishedFeed
from tscb.board.site import current
from tscb.events.models import LearningEvent


class EventFeed(PublishedFeed):
    """What was announced last comes first."""

    address, page = "events:feed", "events:list"

    def title(self) -> str:
        return f"Learning events – {current().board_name}"

    def items(self) -> Iterable[LearningEvent]:
        found = LearningEvent.objects.published().order_by("-published_at", "-pk")
        return found.prefetch_related("themes")[:NEWEST]

    def item_title(self, item: LearningEvent) -> str:
        words = "Cancelled: " if item.is_cancelled else ""
        day = date_format(localtime(item.starts_at), "j F Y")
        return NOT_XML.sub("", f"{words}{item.title}, {day}")

    def item_updateddate(self, item: Any) -> datetime:
        changed: datetime = item.updated_at
        return changed
