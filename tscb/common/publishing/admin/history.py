"""The history of an item in the admin: who, when, what; what a version changed; restoring one."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from tscb.common.paging import page_of
from tscb.common.publishing import content, history, proposals
from tscb.common.publishing.differences import differences
from tscb.common.publishing.history import HistoryEntry


class HistoryAdmin(admin.ModelAdmin):
    """Lists what happened to an item; a subclass says how a version comes back."""

    bring_back: Callable[..., None]
    then: str  # what becomes of a version that was brought back

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_version"
        view = self.admin_site.admin_view(self.version)
        return [path("<int:pk>/history/<int:entry_pk>/", view, name=name), *super().get_urls()]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        item = self._seen(request, object_id)
        entries = HistoryEntry.objects.of(item).select_related("by").defer("content")
        page = page_of(entries, request)
        return self._drawn(request, item, "admin/item_history.html", f"History: {item}", page=page)

    def version(self, request: HttpRequest, pk: int, entry_pk: int) -> HttpResponse:
        """What a version changed against the one before; POST restores it."""
        item = self._seen(request, pk)
        versions = HistoryEntry.objects.of(item).versions().select_related("by")
        version = get_object_or_404(versions, pk=entry_pk)
        if request.method == "POST":
            return self._restore(request, item, version)
        earlier = versions.filter(pk__lt=version.pk).first()
        found = differences(item, earlier.content if earlier else None, version.content)
        return self._drawn(
            request,
            item,
            "admin/item_version.html",
            f"{version.event}: {item}",
            version=version,
            earlier=earlier,
            differences=found,
            then=self.then,
        )

    @transaction.atomic
    def _restore(self, request: HttpRequest, item: Any, version: HistoryEntry) -> HttpResponse:
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        self.bring_back(request, item, version)
        messages.success(request, "The version was brought back as a new one.")
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[item.pk]))

    def _seen(self, request: HttpRequest, pk: Any) -> Any:
        item = get_object_or_404(self.model, pk=pk)
        if not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        return item

    def _drawn(
        self, request: HttpRequest, item: Any, template: str, title: str, **context: Any
    ) -> HttpResponse:
        every = self.admin_site.each_context(request)
        shown = {**every, "title": title, "item": item, "opts": self.opts, **context}
        return render(request, template, shown)


class RecordedAdmin(HistoryAdmin):
    """For what is never published but matters all the same: saved at once, every version kept,
    also of what is changed in the list."""

    then = "It takes effect at once."

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        form.before = content.snapshot(obj) if change else None
        super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        event = "Changed" if change else "Written"
        keep(form.instance, form.before, by=request.user, event=event)

    def bring_back(self, request: HttpRequest, item: Any, version: HistoryEntry) -> None:
        before = content.snapshot(item)
        content.apply(item, version.content)
        event = f"Restored from {version.at:%-d %B %Y}"
        keep(item, before, by=request.user, event=event)


def keep(item: Any, before: content.Content | None, *, by: Any, event: str) -> None:
    after = content.snapshot(item)
    if before == after:
        return
    if before:
        history.keep_found(item, before)
    history.record(item, event, by=by, content=after)


class PublishableHistoryAdmin(HistoryAdmin):
    """A version that comes back is a draft, or a proposal where the public sees the page."""

    then = "What is published needs a second person’s check first."

    def bring_back(self, request: HttpRequest, item: Any, version: HistoryEntry) -> None:
        proposals.restore(item=item, version=version, by=request.user)
