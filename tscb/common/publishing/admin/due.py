"""The list's filter for what has come to the end of its publication period."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class DueFilter(admin.SimpleListFilter):
    title = "publication period"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Due for review")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.due() if self.value() == "yes" else queryset
