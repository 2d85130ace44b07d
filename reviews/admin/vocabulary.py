"""The words for sorting case reviews."""

from django.contrib import admin


class TermAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "order"]
    list_editable = ["order"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


class ThemeAdmin(TermAdmin):
    list_display = ["name", "slug", "order", "is_sample"]
