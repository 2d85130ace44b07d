"""Explanation pages in the admin. Those that the site links to may be taken off, not deleted.

A change takes effect at once; every version is kept.
"""

from collections.abc import Sequence

from django.http import HttpRequest

from tscb.board.defaults import PAGES
from tscb.board.models import Page
from tscb.common.publishing.admin import RecordedAdmin

EXPECTED = {page.slug for page in PAGES}


class PageAdmin(RecordedAdmin):
    list_display = ["title", "slug", "show_in", "published", "updated_at"]
    list_filter = ["show_in", "published"]
    search_fields = ["title", "slug"]
    fields = ["title", "slug", "body", "published", "show_in", "order"]

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Page | None = None
    ) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ["title"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Page | None = None) -> list[str]:
        return ["slug"] if obj and obj.slug in EXPECTED else []

    def has_delete_permission(self, request: HttpRequest, obj: Page | None = None) -> bool:
        """One by one only, so that no expected page goes with others."""
        if obj is None or obj.slug in EXPECTED:
            return False
        return super().has_delete_permission(request, obj)
