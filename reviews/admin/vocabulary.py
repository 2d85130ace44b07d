"""The words for sorting case reviews. They take effect at once; every version is kept."""

from tscb.common.publishing.admin import RecordedAdmin


class TermAdmin(RecordedAdmin):
    list_display = ["name", "slug", "order"]
    list_editable = ["order"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


class ReviewTypeAdmin(TermAdmin):
    list_display = ["name", "slug", "order", "is_offered"]


class ThemeAdmin(TermAdmin):
    list_display = ["name", "slug", "order", "is_sample"]
