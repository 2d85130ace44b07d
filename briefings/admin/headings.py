"""The usual headings of each kind of briefing: staff word them, their number stays seven."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from tscb.common.publishing.admin.pasted import TIDIED


class UsualHeadingAdmin(admin.ModelAdmin):
    formfield_overrides = TIDIED
    list_display = ["heading", "variant", "number"]
    list_filter = ["variant"]
    fields = ["variant", "number", "heading"]
    readonly_fields = ["variant", "number"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
