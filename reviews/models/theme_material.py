"""What a theme's page shows besides our own reviews: messages from research, and resources."""

from django.db import models

from reviews.models.case_review import MARKUP
from reviews.models.vocabulary import Theme
from tscb.common.content_version import bumps


class ResearchMessage(models.Model):
    """What national research says about a theme, in a few words, with its source."""

    title = models.CharField(max_length=200)
    summary = models.TextField(max_length=3_000, help_text=MARKUP)
    source = models.CharField("published by", max_length=200)
    link = models.URLField(max_length=500, help_text="Where the whole text stands.")
    published = models.DateField(
        "published on", null=True, blank=True, help_text="When the source published it."
    )
    themes = models.ManyToManyField(Theme, related_name="research_messages")
    # What is told as new goes by this; of older messages nobody noted it.
    added_at = models.DateTimeField(auto_now_add=True, null=True)
    is_sample = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = "message from research"
        verbose_name_plural = "messages from research"
        triggers = bumps()
        ordering = [models.F("published").desc(nulls_last=True), "-pk"]

    def __str__(self) -> str:
        return self.title


class ResourceKind(models.TextChoices):
    TRAINING = "training", "Training"
    GUIDANCE = "guidance", "Guidance"
    TOOL = "tool", "Tool or form"
    VIDEO = "video", "Video"
    OTHER = "other", "Other"


class Resource(models.Model):
    """Training, guidance or a tool that helps to work with a theme."""

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=ResourceKind, default=ResourceKind.TRAINING)
    link = models.URLField(max_length=500)
    description = models.TextField(max_length=1_000, blank=True, help_text=MARKUP)
    order = models.PositiveSmallIntegerField(default=100, help_text="Smaller numbers come first.")
    themes = models.ManyToManyField(Theme, related_name="resources")
    is_sample = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["order", "title", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.title
