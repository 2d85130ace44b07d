"""The admin of one kind of page: list, preview, and what the other modules here add."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import path

from tscb.common.publishing import content, preview
from tscb.common.publishing.admin.buttons import ButtonsAdmin
from tscb.common.publishing.admin.editing import EditingAdmin
from tscb.common.publishing.admin.history import PublishableHistoryAdmin
from tscb.common.publishing.admin.pasted import TIDIED
from tscb.common.publishing.covers import cover_response
from tscb.common.publishing.forms import CoveredForm
from tscb.common.publishing.proposals import show_working_content


class PublishableAdmin(EditingAdmin, ButtonsAdmin, PublishableHistoryAdmin):
    """A subclass gives `show`: the view that draws the public page of an item. Addresses of cover
    and documents on that page are relative, so they have their like below `preview/`.
    """

    show: Callable[..., HttpResponse]

    form = CoveredForm
    change_form_template = "admin/publishable_change_form.html"
    list_display = ["title", "state_in_words", "published_at", "updated_at"]
    list_filter = ["status"]
    search_fields = ["title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["state_in_words", "published_at"]
    formfield_overrides = TIDIED | {models.URLField: {"assume_scheme": "https"}}

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", view(self.preview), name=f"{name}_preview"),
            path("<int:pk>/preview/cover/<str:size>", view(self.preview_cover)),
            *super().get_urls(),
        ]

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        """Only of what is there to be seen; for all else there is the preview."""
        return super().get_view_on_site_url(obj) if obj is None or obj.is_public else None

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public once is withdrawn, never deleted: others link to it and cite it."""
        was_public = obj is not None and obj.published_at is not None
        return not was_public and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without deleting many at once, which would not look at each."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        return preview.drawn(request, self._allowed(request, pk))

    def preview_cover(self, request: HttpRequest, pk: int, size: str) -> HttpResponseBase:
        item = self._allowed(request, pk)
        with content.undone():
            return cover_response(request, show_working_content(item), size)
