"""Messages from research, and training and other resources, for the pages of the themes.

They take effect at once; every version is kept.
"""

from typing import Any

from django.db.models import URLField

from tscb.common.publishing.admin import RecordedAdmin

HTTPS: Any = {URLField: {"assume_scheme": "https"}}


class ResearchMessageAdmin(RecordedAdmin):
    formfield_overrides = HTTPS
    fields = ["title", "summary", "source", "link", "published", "themes"]
    filter_horizontal = ["themes"]
    list_display = ["title", "source", "published"]
    list_filter = ["themes"]
    search_fields = ["title", "source"]


class ResourceAdmin(RecordedAdmin):
    formfield_overrides = HTTPS
    fields = ["title", "kind", "link", "description", "order", "themes"]
    filter_horizontal = ["themes"]
    list_display = ["title", "kind", "order"]
    list_filter = ["kind", "themes"]
    search_fields = ["title"]
