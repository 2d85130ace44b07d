"""Names and addresses in the admin: one row, always there, never deleted."""

from typing import Any

from django.db.models import URLField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tscb.board.following import follow
from tscb.board.framework import Framework
from tscb.board.models import BoardSettings
from tscb.board.models.settings import ONLY_ROW
from tscb.board.roles import signed_in
from tscb.common.publishing.admin import RecordedAdmin
from tscb.common.publishing.history import HistoryEntry


class BoardSettingsAdmin(RecordedAdmin):
    """Every version is kept. Where the guidance changes, deadlines and the like follow."""

    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fieldsets = [
        ("The board", {"fields": ["board_name", "board_short_name", "area_name", "public_email"]}),
        (
            "The panel",
            {
                "fields": [
                    "panel_name",
                    "panel_short_name",
                    "form_name",
                    "chair_title",
                    "framework",
                    "panel_email",
                    "panel_phone",
                    "summary_working_days",
                ]
            },
        ),
        ("The form on paper", {"fields": ["paper_address", "paper_email"]}),
        (
            "If somebody is worried about a child",
            {
                "fields": [
                    "front_door",
                    "manual_name",
                    "manual_url",
                    "online_referral_name",
                    "online_referral_url",
                    "exit_url",
                ]
            },
        ),
        ("This website", {"fields": ["website_address", "publication_months", "content_warning"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not BoardSettings.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: BoardSettings | None = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """There is nothing to choose from: goes straight to the one row."""
        if self.has_view_permission(request) and BoardSettings.objects.exists():
            address = reverse("admin:board_boardsettings_change", args=[ONLY_ROW])
            return HttpResponseRedirect(address)
        return super().changelist_view(request, extra_context)

    def save_model(self, request: HttpRequest, obj: BoardSettings, form: Any, change: bool) -> None:
        obj.pk = ONLY_ROW
        before = BoardSettings.current().framework
        super().save_model(request, obj, form, change)
        follow_change(before, obj, request)

    def bring_back(self, request: HttpRequest, item: BoardSettings, version: HistoryEntry) -> None:
        before = item.framework
        super().bring_back(request, item, version)
        item.refresh_from_db()
        follow_change(before, item, request)


def follow_change(before: str, kept: BoardSettings, request: HttpRequest) -> None:
    if kept.framework != before:
        follow(Framework(kept.framework), signed_in(request))
