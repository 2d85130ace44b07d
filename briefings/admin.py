"""The admin of 7 minute briefings. Publishing and documents are the case reviews' mechanism."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from briefings.evidence.admin import BriefingUseAdmin
from briefings.models import Briefing, BriefingDocument, BriefingSection, Question
from briefings.models.briefing import SECTIONS
from briefings.views import show
from reviews.admin.documents import DocumentInline, WithDocumentsAdmin

__all__ = ["BriefingAdmin", "BriefingUseAdmin"]


class SectionInline(admin.StackedInline):
    model = BriefingSection
    extra = SECTIONS
    max_num = SECTIONS


class QuestionInline(admin.TabularInline):
    model = Question
    extra = 2


class BriefingDocumentInline(DocumentInline):
    model = BriefingDocument


@admin.register(Briefing)
class BriefingAdmin(WithDocumentsAdmin):
    show = staticmethod(show)
    inlines = [SectionInline, QuestionInline, BriefingDocumentInline]
    list_display = ["title", "variant", "state_in_words", "published_at", "needs_completing"]
    list_filter = ["status", "variant", "needs_completing"]
    filter_horizontal = ["themes", "reviews"]
    fieldsets = [
        (None, {"fields": ["state_in_words", "published_at", "title", "slug", "variant"]}),
        ("Content", {"fields": ["overview"]}),
        ("Belongs to", {"fields": ["themes", "reviews"]}),
        ("Cover picture", {"fields": ["new_cover", "cover_alt", "remove_cover"]}),
    ]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.note_completeness()
