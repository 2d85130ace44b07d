"""Writing, checking and publishing a case review."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reviews.admin.documents import DocumentInline, WithDocumentsAdmin
from reviews.models import (
    CaseReview,
    CaseScenario,
    LearningPoint,
    Recommendation,
    ReviewDocument,
)
from reviews.views import show
from tscb.common.publishing.admin import DueFilter
from tscb.common.publishing.admin.pasted import PastedText

STATE = ["state_in_words", "published_at", "due_for_review_on"]
SHORT_TEXTS: Any = {models.TextField: {"widget": PastedText({"rows": 4})}}


class LearningPointInline(admin.StackedInline):
    model = LearningPoint
    extra = 1
    formfield_overrides = SHORT_TEXTS


class RecommendationInline(admin.StackedInline):
    model = Recommendation
    extra = 1
    formfield_overrides = SHORT_TEXTS


class CaseScenarioInline(admin.StackedInline):
    """The public reads it in training packs alone."""

    model = CaseScenario
    extra = 1
    formfield_overrides = SHORT_TEXTS


class ReviewDocumentInline(DocumentInline):
    model = ReviewDocument


class CaseReviewAdmin(WithDocumentsAdmin):
    show = staticmethod(show)
    inlines = [
        LearningPointInline,
        RecommendationInline,
        CaseScenarioInline,
        ReviewDocumentInline,
    ]
    list_display = [
        "title", "review_type", "state_in_words", "published_at", "due_for_review_on",
    ]  # fmt: skip
    list_filter = ["status", DueFilter, "review_type"]
    list_select_related = ["review_type"]
    readonly_fields = [*STATE, "linked_referrals"]
    filter_horizontal = ["themes", "agencies", "harms"]
    fieldsets = [
        (None, {"fields": [*STATE, "title", "slug", "review_type"]}),
        ("What happened", {"fields": ["summary", "what_happened", "age_band"]}),
        ("Sorting", {"fields": ["themes", "agencies", "harms"]}),
        ("How it was done, and what the board says", {"fields": ["method", "response"]}),
        ("Cover picture", {"fields": ["new_cover", "cover_alt", "remove_cover"]}),
        ("Where it came from", {"fields": ["board_name", "source", "linked_referrals"]}),
    ]

    @admin.display(description="Linked referrals")
    def linked_referrals(self, review: CaseReview) -> SafeString | str:
        """Where its names are kept out of what is published; the page is the panel's."""
        if not review.pk:
            return "Can be linked once the review is saved."
        return format_html(
            '<a href="{}">See or link</a>', reverse("panel:origins", args=[review.pk])
        )
