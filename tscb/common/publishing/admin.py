"""The admin of what can be published: the state is changed by buttons, never by a field."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tscb.common.publishing import actions
from tscb.common.publishing.covers import cover_response
from tscb.common.publishing.forms import CoveredForm
from tscb.common.publishing.models import Publishable
from tscb.common.uploads.storage import nothing_left_on_failure


class PublishingForm(forms.Form):
    at = forms.DateTimeField(required=False, error_messages={"invalid": "Enter a date and a time."})

    def clean_at(self) -> datetime | None:
        at = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise ValidationError("That time has passed: choose one to come, or publish now.")
        return at


class PublishableAdmin(admin.ModelAdmin):
    """Preview, publish now or at a set time, withdraw.

    A subclass gives `show`: the view that draws the public page of an item. Addresses of cover and
    documents on that page are relative, so they have their like below `preview/`.
    """

    show: Callable[..., HttpResponse]

    form = CoveredForm
    change_form_template = "admin/publishable_change_form.html"
    list_display = ["title", "state_in_words", "published_at", "updated_at"]
    list_filter = ["status"]
    search_fields = ["title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["state_in_words", "published_at"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", view(self.preview), name=f"{name}_preview"),
            path("<int:pk>/preview/cover/<int:width>", view(self.preview_cover)),
            path("<int:pk>/publish/", view(require_POST(self.publish)), name=f"{name}_publish"),
            path("<int:pk>/withdraw/", view(require_POST(self.withdraw)), name=f"{name}_withdraw"),
            *super().get_urls(),
        ]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was public once is withdrawn, never deleted: others link to it and cite it."""
        was_public = obj is not None and obj.published_at is not None
        return not was_public and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without deleting many at once, which would not look at each."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with nothing_left_on_failure():
            return super().changeform_view(request, *args, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        item = kwargs.get("obj")
        context["can_withdraw"] = item is not None and actions.can_withdraw(item)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Django gets here when the whole page is in order, documents and all."""
        form.change_cover()
        super().save_model(request, obj, form, change)

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page as the public would see it."""
        response = type(self).show(request, self._allowed(request, pk), is_preview=True)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def preview_cover(self, request: HttpRequest, pk: int, width: int) -> HttpResponseBase:
        return cover_response(request, self._allowed(request, pk), width)

    @transaction.atomic
    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = self._allowed(request, pk)
        form = PublishingForm(request.POST)
        if not form.is_valid():
            return self._refused(request, item, form.errors["at"])
        try:
            item = actions.publish(item=item, at=form.cleaned_data["at"])
        except ValidationError as refusal:
            return self._refused(request, item, refusal.messages)
        return self._done(request, item, item.state_in_words)

    @transaction.atomic
    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = self._allowed(request, pk)
        try:
            item = actions.withdraw(item=item)
        except ValidationError as refusal:
            return self._refused(request, item, refusal.messages)
        return self._done(request, item, "Withdrawn: the public no longer sees it")

    def _allowed(self, request: HttpRequest, pk: int) -> Any:
        item = get_object_or_404(self.model, pk=pk)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        return item

    def _refused(self, request: HttpRequest, item: Publishable, reasons: Any) -> HttpResponse:
        for reason in reasons:
            messages.error(request, reason)
        return self._back(item)

    def _done(self, request: HttpRequest, item: Publishable, what: str) -> HttpResponse:
        self.log_change(request, item, what)
        messages.success(request, f"“{item}”: {what}.")
        return self._back(item)

    def _back(self, item: Publishable) -> HttpResponse:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[item.pk]))
