"""For what is saved at once and seen by everybody: a preview before, and no writing over what a
colleague saved while this editor was typing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from tscb.board.frontage import previewing
from tscb.board.frontage.previewing import Preview
from tscb.common.publishing import conflicts, content
from tscb.common.publishing.admin import RecordedAdmin
from tscb.common.publishing.forms import CarefulForm

PREVIEW = "_preview"


class CarefulAdmin(RecordedAdmin):
    """Its form has one more button, which shows the page with what is typed and saves nothing."""

    form: Any = CarefulForm
    change_form_template = "admin/careful_change_form.html"

    def previewed(self, item: Any) -> Preview:
        """Called while `item` stands in the database as it was typed."""
        return previewing.gathered()

    def changeform_view(
        self,
        request: Any,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        with content.undone(unless=lambda: PREVIEW not in request.POST):
            extra = {**(extra_context or {}), **self._what_was_opened(request, object_id)}
            response = super().changeform_view(request, object_id, form_url, extra)
        preview = getattr(request, "gathered", None)
        return previewing.drawn(request, preview) if preview else response

    def _what_was_opened(self, request: Any, object_id: str | None) -> dict[str, Any]:
        """For the form: the fingerprint of what it was opened on, and what came in between."""
        item = self.get_object(request, object_id) if object_id else None
        if item is None:
            return {}
        opened = request.POST.get("opened", "")
        if request.method == "POST":
            type(item)._default_manager.select_for_update().get(pk=item.pk)
            conflict = conflicts.find(item, opened)
            if conflict and request.POST.get("save_mine") != conflict.now:
                request.conflict = conflict
        return {
            "opened": opened or conflicts.token(item),
            "conflict": getattr(request, "conflict", None),
        }

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        conflict = getattr(request, "conflict", None)
        form.conflict = conflict.sentence if conflict else ""
        return form

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        if PREVIEW in request.POST:
            return self._gather(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: Any, obj: Any) -> HttpResponse:
        if PREVIEW in request.POST:
            return self._gather(request, obj)
        return super().response_change(request, obj)

    def _gather(self, request: Any, item: Any) -> HttpResponse:
        request.gathered = self.previewed(item)
        return HttpResponse()

    def warn(self, request: HttpRequest, sentence: str) -> None:
        if PREVIEW not in request.POST:
            messages.warning(request, sentence)


class OnlyRowsAdmin(CarefulAdmin):
    """What is always there: never added to, never deleted."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
