"""The Atom feed of the e-bulletin."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reviews.feeds import NEWEST, NOT_XML, PublishedFeed
from tscb.board.site import current
from tscb.bulletin.editions.reading import contents_of, for_reading
from tscb.bulletin.models import Edition


class EditionFeed(PublishedFeed):
    """With the headings of what the public may see of each."""

    address, page = "bulletin:feed", "bulletin:list"

    def title(self) -> str:
        return f"E-bulletin – {current().board_name}"

    def items(self) -> Iterable[Any]:
        return for_reading(Edition.objects.published().newest_first())[:NEWEST]

    def item_title(self, item: Any) -> str:
        return NOT_XML.sub("", f"{item}: {item.title}")

    def item_description(self, item: Any) -> SafeString:
        headings = ((NOT_XML.sub("", one.heading),) for one in contents_of(item).sections)
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", headings))

    def item_categories(self, item: Any) -> list[str]:
        return []
