"""What the pages of the one row of settings have in common: always there, never deleted, every
version kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from tscb.board.following import follow
from tscb.board.framework import Framework
from tscb.board.models import BoardSettings
from tscb.board.models.settings import ONLY_ROW
from tscb.board.roles import signed_in
from tscb.common.publishing.admin import RecordedAdmin
from tscb.common.publishing.history import HistoryEntry


class OneRowAdmin(RecordedAdmin):
    """Where the guidance changes, deadlines and the like follow."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not BoardSettings.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: BoardSettings | None = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """There is nothing to choose from: goes straight to the one row."""
        if self.has_view_permission(request) and BoardSettings.objects.exists():
            return HttpResponseRedirect(self.address("change", ONLY_ROW))
        return super().changelist_view(request, extra_context)

    def address(self, page: str, *args: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args)

    def save_model(self, request: HttpRequest, obj: BoardSettings, form: Any, change: bool) -> None:
        obj.pk = ONLY_ROW
        before = BoardSettings.current().framework
        super().save_model(request, obj, form, change)
        follow_change(before, obj, request)

    def bring_back(self, request: HttpRequest, item: Any, version: HistoryEntry) -> None:
        before = item.framework
        super().bring_back(request, item, version)
        item.refresh_from_db()
        follow_change(before, item, request)


def follow_change(before: str, kept: BoardSettings, request: HttpRequest) -> None:
    if kept.framework != before:
        follow(Framework(kept.framework), signed_in(request))
