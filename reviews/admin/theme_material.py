"""Messages from research, and training and other resources, for the pages of the themes."""

from typing import Any

from django.contrib import admin
from django.db.models import URLField

HTTPS: Any = {URLField: {"assume_scheme": "https"}}


class ResearchMessageAdmin(admin.ModelAdmin):
    formfield_overrides = HTTPS
    fields = ["title", "summary", "source", "link", "published", "themes"]
    filter_horizontal = ["themes"]
    list_display = ["title", "source", "published"]
    list_filter = ["themes"]
    search_fields = ["title", "source"]


class ResourceAdmin(admin.ModelAdmin):
    formfield_overrides = HTTPS
    fields = ["title", "kind", "link", "description", "order", "themes"]
    filter_horizontal = ["themes"]
    list_display = ["title", "kind", "order"]
    list_filter = ["kind", "themes"]
    search_fields = ["title"]
