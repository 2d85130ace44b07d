"""The essential words in other languages, in the admin: shown once a speaker has checked them."""

from django.contrib import admin
from django.http import HttpRequest

from tscb.board.models import WordsInLanguage
from tscb.common.publishing.admin import RecordedAdmin


class WordsInLanguageAdmin(RecordedAdmin):
    list_display = ["name", "own_name", "checked_on", "is_shown", "order"]
    list_filter = ["published"]

    @admin.display(description="shown to the public", boolean=True)
    def is_shown(self, words: WordsInLanguage) -> bool:
        return words.published and bool(words.checked_on or words.is_sample)

    def get_readonly_fields(
        self, request: HttpRequest, obj: WordsInLanguage | None = None
    ) -> list[str]:
        """Set-up knows what is there already by its code."""
        return ["code"] if obj else []

    def has_delete_permission(
        self, request: HttpRequest, obj: WordsInLanguage | None = None
    ) -> bool:
        """They are unpublished: set-up would bring back what is deleted."""
        return False
