"""An edition of the e-bulletin, its items, and the one door through which the public reads it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse

from briefings.models import Briefing
from reviews.models import CaseReview, ResearchMessage
from reviews.models.case_review import MARKUP
from tscb.common.content_version import bumps
from tscb.events.models import LearningEvent


class EditionState(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"


class EditionQuerySet(models.QuerySet["Edition"]):
    def published(self) -> Self:
        return self.filter(state=EditionState.PUBLISHED)

    def newest_first(self) -> Self:
        return self.order_by("-number")


class Edition(models.Model):
    """Known by its number, and by the month that it is of."""

    parts = ("items",)

    number = models.PositiveIntegerField(unique=True)
    month = models.DateField(help_text="Any day of the month that the edition is of.")
    title = models.CharField(max_length=150, help_text="Stands in the subject of the mail.")
    introduction = models.TextField(max_length=2_000, blank=True, help_text=MARKUP)
    # What came out since then is offered to be put in.
    news_since = models.DateTimeField(null=True, blank=True, editable=False)
    state = models.CharField(
        max_length=10, choices=EditionState, default=EditionState.DRAFT, editable=False
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_sample = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                name="bulletin_edition_published_has_time",
                condition=Q(state="draft") | Q(published_at__isnull=False),
            )
        ]
        triggers = bumps(only="{row}.state <> 'draft'")

    def __str__(self) -> str:
        return f"Edition {self.number}, {self.month:%B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("bulletin:edition", args=[self.number])


class EditionItem(models.Model):
    """A section of an edition: about one published thing, or words of staff alone."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(default=100)
    heading = models.CharField(max_length=200)
    text = models.TextField(max_length=2_000, blank=True, help_text=MARKUP)
    link = models.CharField(
        max_length=500,
        blank=True,
        help_text="For words of your own: where to read on, an address of this site or another.",
    )
    # At most one: what it is about. Shown only as long as that is public.
    review = models.ForeignKey(
        CaseReview, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    briefing = models.ForeignKey(
        Briefing, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    research = models.ForeignKey(
        ResearchMessage, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    event = models.ForeignKey(
        LearningEvent, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["order", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.heading
