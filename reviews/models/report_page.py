"""The text of a signed-off report, a row a page, so that a hit opens the report at that page.

It is read from the cleaned copy, never from what was uploaded, and is gone as soon as the document
is deleted, replaced or no longer signed off (the triggers see to it).
"""

from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from reviews.models.document import ReviewDocument
from reviews.search.triggers import OF_DOCUMENT, refresh_after_changes
from reviews.search.words import CONFIG
from tscb.common.content_version import bumps


class ReportPageQuerySet(models.QuerySet[Any]):
    def public(self, at: Any = None) -> Self:
        """Of documents that the public may open at this moment, whatever is kept."""
        return self.filter(document__in=ReviewDocument.objects.public(at))


class PageText(models.Model):
    """The text of one page of a signed-off document; a subclass says of which kind."""

    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        abstract = True
        ordering = ["document", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="%(app_label)s_%(class)s_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{getattr(self, 'document', None)}, page {self.number}"


class ReportPage(PageText):
    document = models.ForeignKey(
        ReviewDocument, on_delete=models.CASCADE, related_name="report_pages"
    )
    search = models.GeneratedField(
        expression=SearchVector("text", weight="D", config=CONFIG),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )

    objects = ReportPageQuerySet.as_manager()

    class Meta(PageText.Meta):
        indexes = [GinIndex(fields=["search"], name="reviews_reportpage_search")]
        triggers = [*refresh_after_changes(OF_DOCUMENT), *bumps()]
