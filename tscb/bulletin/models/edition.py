"""An edition of the e-bulletin, and the one door through which the public reads it."""

from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format

from reviews.models.case_review import MARKUP
from tscb.common.content_version import bumps

HIGHEST = 9_999


class EditionState(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published and sent"


class Sending(models.TextChoices):
    """What staff want of its letters that have not gone yet."""

    GOES_ON = "goes on", "Goes on"
    PAUSED = "paused", "Paused"
    STOPPED = "stopped", "Stopped for good"


class EditionQuerySet(models.QuerySet["Edition"]):
    def published(self) -> Self:
        return self.filter(state=EditionState.PUBLISHED)

    def newest_first(self) -> Self:
        return self.order_by("-number")


class Edition(models.Model):
    """Known by its number, and by the month that it is of."""

    parts = ("items",)

    number = models.PositiveIntegerField(
        unique=True,
        validators=[MinValueValidator(1), MaxValueValidator(HIGHEST)],
        help_text="One more than the last. Begin with another if there were editions elsewhere.",
    )
    month = models.DateField(help_text="Any day of the month that the edition is of.")
    title = models.CharField(max_length=150, help_text="Stands in the subject of the mail.")
    introduction = models.TextField(
        max_length=2_000, blank=True, help_text=f"A sentence or two, before the list. {MARKUP}"
    )
    # What came out after `news_since` and up to `news_until` was offered to be put in.
    news_since = models.DateTimeField(null=True, blank=True, editable=False)
    news_until = models.DateTimeField(null=True, blank=True, editable=False)
    state = models.CharField(
        max_length=10, choices=EditionState, default=EditionState.DRAFT, editable=False
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    corrected_at = models.DateTimeField(null=True, blank=True, editable=False)
    sending = models.CharField(
        max_length=10, choices=Sending, default=Sending.GOES_ON, editable=False
    )
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
        indexes = [models.Index(fields=["month"], name="bulletin_edition_month")]
        triggers = bumps(only="{row}.state <> 'draft'")

    def __str__(self) -> str:
        return f"Edition {self.number}, {date_format(self.month, 'F Y')}"

    def get_absolute_url(self) -> str:
        return reverse("bulletin:edition", args=[self.number])

    @property
    def is_published(self) -> bool:
        return self.state == EditionState.PUBLISHED

    @property
    def state_in_words(self) -> str:
        """For staff, and for the mark on a preview."""
        return str(self.get_state_display())

    def check_draft(self) -> None:
        """Raises ValidationError once it has gone out."""
        if self.state != EditionState.DRAFT:
            raise ValidationError("It has gone out already.")

    def refresh_locked(self) -> "Edition":
        """This row again, locked until the transaction ends."""
        return Edition.objects.select_for_update().get(pk=self.pk)
