"""Agencies in the admin. None is deleted: reviews and referrals go on naming it."""

from collections.abc import Sequence

from django.http import HttpRequest

from tscb.board.models import Agency
from tscb.common.publishing.admin import RecordedAdmin


class AgencyAdmin(RecordedAdmin):
    list_display = ["name", "order", "active"]
    list_editable = ["order", "active"]
    list_filter = ["active"]
    search_fields = ["name"]

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: Agency | None = None
    ) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Agency | None = None) -> list[str]:
        """The address stays once it is made: links and imported content go by it."""
        return ["slug"] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Agency | None = None) -> bool:
        return False
