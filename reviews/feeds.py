"""Atom feeds of what is published: all case reviews, and all that a theme brings.

An entry keeps its id for good, whatever happens to its title or address.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from reviews.models import CaseReview, Theme
from tscb.board.addresses import full_address
from tscb.board.site import current
from tscb.common.publishing.models import Publishable

NEWEST = 50
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
BEFORE_ANYTHING = datetime(2000, 1, 1, tzinfo=UTC)
SHOWN = ("title", "slug", "status", "published_at", "created_at", "updated_at")


class SteadyAtom(Atom1Feed):
    """A feed without entries was not changed this very second, each time that it is asked for."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else BEFORE_ANYTHING


class PublishedFeed(Feed):
    """What feeds of reviews and of briefings have in common. A subclass says where it stands
    (`address`, `page`), what it is called and what is in it."""

    feed_type = SteadyAtom
    language = "en-gb"
    address: str
    page: str

    def link(self, theme: Theme | None = None) -> str:
        return full_address(reverse(self.page, args=[theme.slug] if theme else []))

    def feed_url(self, theme: Theme | None = None) -> str:
        return full_address(reverse(self.address, args=[theme.slug] if theme else []))

    feed_guid = feed_url

    def author_name(self) -> str:
        return current().board_name

    def item_title(self, item: Any) -> str:
        return NOT_XML.sub("", item.title)

    def item_description(self, item: Any) -> str:
        return linebreaks(NOT_XML.sub("", item.in_brief), autoescape=True)

    def item_link(self, item: Any) -> str:
        return full_address(item.get_absolute_url())

    def item_guid(self, item: Publishable) -> str:
        made = f"{item._meta.label_lower}/{item.pk}/{item.created_at.isoformat()}"
        return uuid5(NAMESPACE_URL, made).urn

    def item_pubdate(self, item: Publishable) -> datetime | None:
        return item.published_at

    def item_updateddate(self, item: Publishable) -> datetime:
        """What was written before its time of publication is new at that time."""
        return max(item.updated_at, item.published_at or item.updated_at)

    def item_categories(self, item: Any) -> list[str]:
        return [theme.name for theme in item.themes.all()]


class ReviewFeed(PublishedFeed):
    address, page = "reviews:feed", "reviews:list"

    def title(self) -> str:
        return f"Case reviews – {current().board_name}"

    def items(self) -> Iterable[CaseReview]:
        return for_feed(CaseReview.objects.published(), "summary")


class ThemeFeed(PublishedFeed):
    """Reviews and briefings of one theme."""

    address, page = "themes:feed", "themes:detail"

    def get_object(self, request: HttpRequest, slug: str) -> Theme:
        return get_object_or_404(Theme.objects.published(), slug=slug)

    def title(self, theme: Theme) -> str:
        return f"{theme.name} – {current().board_name}"

    def items(self, theme: Theme) -> Iterable[Any]:
        found = [
            *for_feed(theme.reviews.published(), "summary"),
            *for_feed(theme.briefings.published(), "overview"),
        ]
        return sorted(found, key=lambda item: item.published_at, reverse=True)[:NEWEST]


def for_feed(published: Any, text: str) -> Any:
    """The newest with what a feed shows of them, in two questions."""
    return published.newest_first().only(*SHOWN, text).prefetch_related("themes")[:NEWEST]
