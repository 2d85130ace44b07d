"""The admin of case reviews: pages, documents with their sign-off, and the words for sorting."""

from django.contrib import admin

from reviews.admin.action import ActionAdmin
from reviews.admin.case_review import CaseReviewAdmin
from reviews.admin.theme_material import ResearchMessageAdmin, ResourceAdmin
from reviews.admin.vocabulary import ReviewTypeAdmin, TermAdmin, ThemeAdmin
from reviews.models import (
    Action,
    CaseReview,
    Harm,
    ResearchMessage,
    Resource,
    ReviewType,
    Theme,
)

admin.site.register(Action, ActionAdmin)
admin.site.register(CaseReview, CaseReviewAdmin)
admin.site.register(ReviewType, ReviewTypeAdmin)
admin.site.register(Harm, TermAdmin)
admin.site.register(Theme, ThemeAdmin)
admin.site.register(ResearchMessage, ResearchMessageAdmin)
admin.site.register(Resource, ResourceAdmin)
