"""What search engines are told of: what is published, and the explanation pages."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from briefings.models import Briefing
from reviews.models import CaseReview, Theme
from tscb.board.models import Page
from tscb.bulletin.models import Edition
from tscb.events.models import LearningEvent

FIXED = [
    "home",
    "board:worried",
    "board:about",
    "reviews:list",
    "themes:list",
    "briefings:list",
    "events:list",
    "bulletin:list",
]


class FixedPages(Sitemap):
    def items(self) -> list[str]:
        return FIXED

    def location(self, item: str) -> str:
        return reverse(item)


class ExplanationPages(Sitemap):
    def items(self) -> Any:
        return Page.objects.published().order_by("pk")

    def lastmod(self, page: Page) -> Any:
        return page.updated_at


class Themes(Sitemap):
    def items(self) -> Any:
        return Theme.objects.published().order_by("pk")


class Published(Sitemap):
    """Anything with `published()`; what is not public is not named."""

    def __init__(self, model: Any, address: str = "slug") -> None:
        self.model, self.address = model, address

    def items(self) -> Any:
        return self.model.objects.published().newest_first().only(self.address, "updated_at")

    def lastmod(self, item: Any) -> Any:
        return item.updated_at


SITEMAPS: dict[str, Any] = {
    "fixed": FixedPages(),
    "pages": ExplanationPages(),
    "themes": Themes(),
    "reviews": Published(CaseReview),
    "briefings": Published(Briefing),
    "events": Published(LearningEvent),
    "bulletin": Published(Edition, "number"),
}
