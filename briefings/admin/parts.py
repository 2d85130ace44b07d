"""What goes with a briefing: questions for the team, where to read on, documents."""

from typing import Any

from django.contrib import admin
from django.db import models

from briefings.models import BriefingDocument, BriefingResource, Question
from reviews.admin.documents import DocumentInline
from tscb.common.publishing.admin.pasted import TIDIED

HTTPS: Any = {models.URLField: {"assume_scheme": "https"}}


class QuestionInline(admin.TabularInline):
    model = Question
    extra = 2
    formfield_overrides = TIDIED
    verbose_name_plural = "questions for the team"


class ResourceInline(admin.TabularInline):
    model = BriefingResource
    extra = 2
    formfield_overrides = TIDIED | HTTPS
    verbose_name_plural = "resources: where a team finds more"


class BriefingDocumentInline(DocumentInline):
    model = BriefingDocument
