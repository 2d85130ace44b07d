"""The parts of a 7 minute briefing: its sections, the questions for a team, where to
read on, its documents."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from briefings.models.briefing import SECTIONS, Briefing
from reviews.models import Document, PageText
from reviews.models.document import OF_THE_CHECK
from reviews.search.triggers import forget_text, refresh_after_changes
from tscb.common.content_version import bumps


class BriefingSection(models.Model):
    """One of the seven numbered parts."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="sections")
    number = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(SECTIONS)]
    )
    heading = models.CharField(max_length=100)
    text = models.TextField(
        max_length=3_000, blank=True, help_text="Paragraphs, lists with “-”, **bold** and links."
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["briefing", "number"],
                name="briefings_section_number_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="briefings_section_one_to_seven",
                condition=models.Q(number__range=(1, SECTIONS)),
            ),
        ]
        triggers = [
            *refresh_after_changes("SELECT briefing_id FROM {rows}", "briefings"),
            *bumps(),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.heading}"


class Question(models.Model):
    """A question that a team talks through."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ["order", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.text


class BriefingResource(models.Model):
    """Where a team finds more: a procedure, a tool, training."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="resources")
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=200)
    link = models.URLField(max_length=500)

    class Meta:
        verbose_name = "resource"
        ordering = ["order", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.title


class BriefingDocument(Document):
    """A file that goes with a briefing."""

    link = "briefing"
    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="documents")

    class Meta(Document.Meta):
        verbose_name = "document"
        triggers = [forget_text("briefings_documentpage"), *bumps(ignoring=OF_THE_CHECK)]


class DocumentPage(PageText):
    """The text of one page of it, for those who read it as a web page."""

    document = models.ForeignKey(
        BriefingDocument, on_delete=models.CASCADE, related_name="report_pages"
    )

    class Meta(PageText.Meta):
        triggers = bumps()
