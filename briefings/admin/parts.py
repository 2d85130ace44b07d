"""What goes with a briefing: questions for the team, where to read on, documents.

Stacked, not tabular: Django's table of rows has fields without a label of their own.
"""

from typing import Any

from django.contrib import admin
from django.db import models
from django.forms import BaseInlineFormSet

from briefings.models import BriefingDocument, BriefingResource, Question
from reviews.admin.documents import DocumentInline
from tscb.common.publishing.admin.pasted import TIDIED

HTTPS: Any = {models.URLField: {"assume_scheme": "https"}}


class InOrder(BaseInlineFormSet):
    """A new row without a place comes last, not first."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        if not form.instance.order:
            last = max(one.instance.order for one in self.forms)
            form.instance.order = last + 1
        return super().save_new(form, commit)


class QuestionInline(admin.StackedInline):
    model = Question
    formset = InOrder
    extra = 2
    fields = ["text", "order"]
    formfield_overrides = TIDIED
    verbose_name_plural = "questions for the team"


class ResourceInline(admin.StackedInline):
    model = BriefingResource
    formset = InOrder
    extra = 2
    fields = ["title", "link", "order"]
    formfield_overrides = TIDIED | HTTPS
    verbose_name_plural = "resources: where a team finds more"


class BriefingDocumentInline(DocumentInline):
    model = BriefingDocument
