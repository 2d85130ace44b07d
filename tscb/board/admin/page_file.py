"""Files and pictures of pages in the admin: taken in once, then only described or taken away."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path

from tscb.board.models import PageFile
from tscb.board.pages import files
from tscb.common.publishing.admin import RecordedAdmin


class PageFileForm(forms.ModelForm):
    upload = forms.FileField(
        label="File",
        help_text="A PDF, or a JPEG, PNG or WebP picture. What it holds besides what one sees "
        "(names of authors, comments, places) is left out.",
    )

    class Meta:
        model = PageFile
        fields = ["page", "title", "alternative_text"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        upload = cleaned.get("upload")
        if upload:
            files.check_described(upload, cleaned.get("alternative_text", ""))
            self._put_in(upload, cleaned.get("title", ""))
        elif self.instance.pk and self.instance.is_picture and not cleaned.get("alternative_text"):
            self.add_error("alternative_text", files.NO_WORDS)
        return cleaned

    def _put_in(self, upload: Any, title: str) -> None:
        self.instance.title = title
        try:
            files.put_in(self.instance, upload)
        except ValidationError as refused:
            self.add_error("upload", refused)


class PageFileAdmin(RecordedAdmin):
    form = PageFileForm
    list_display = ["title", "page", "kind", "address", "added_at"]
    list_filter = ["kind", "page"]
    search_fields = ["title"]

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.shown)
        return [path("<uuid:public_id>/shown/", view, name=files.SHOWN), *super().get_urls()]

    def shown(self, request: HttpRequest, public_id: UUID) -> HttpResponseBase:
        """For the preview of a page: also while the public finds nothing under its own address."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        return files.served(get_object_or_404(PageFile, public_id=public_id), request)

    def get_readonly_fields(self, request: HttpRequest, obj: PageFile | None = None) -> list[str]:
        """Another file is another address: old texts and bookmarks go on meaning the old one."""
        return ["address", "page", "kind"] if obj else []

    def get_fields(self, request: HttpRequest, obj: PageFile | None = None) -> Any:
        described = ["page", "title", "alternative_text"]
        return [*described, "address", "kind"] if obj else [*described, "upload"]

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if obj:
            form.base_fields.pop("upload", None)
        return form

    def has_delete_permission(self, request: HttpRequest, obj: PageFile | None = None) -> bool:
        """One by one only."""
        return obj is not None and super().has_delete_permission(request, obj)

    def delete_view(self, request: Any, object_id: str, extra_context: Any = None) -> HttpResponse:
        row = self.get_object(request, object_id)
        try:
            if isinstance(row, PageFile):
                files.check_unused(row)
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
            return HttpResponseRedirect("../change/")
        return super().delete_view(request, object_id, extra_context)

    @admin.display(description="address for a link or a picture")
    def address(self, row: PageFile) -> str:
        return row.address
