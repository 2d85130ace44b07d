"""Explanation pages that staff write: learning reviews, the panel, privacy, accessibility …"""

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from tscb.board.defaults import ABOUT, NOWHERE
from tscb.board.placeholders import check_placeholders
from tscb.common.content_version import bumps
from tscb.common.publishing.due import months_after
from tscb.common.publishing.history import HistoryEntry
from tscb.common.rich_text.fields import RichTextField

# What a public body has to have, and reads again each year (docs/pages.md).
STATEMENT = "accessibility"
LEARNING_REVIEWS = "learning-reviews"  # whatever staff write there, a case can be suggested on it
FIXED = (STATEMENT, "privacy")


class PagePlace(models.TextChoices):
    ABOUT = ABOUT, "Beside the other explanation pages"
    NOWHERE = NOWHERE, "Only from menus and texts"


class Rhythm(models.IntegerChoices):
    """Months until a page is to be read again."""

    QUARTER = 3, "every 3 months"
    HALF_YEAR = 6, "every 6 months"
    YEAR = 12, "every 12 months"


class PageQuerySet(models.QuerySet["Page"]):
    def published(self) -> Self:
        return self.filter(published=True)

    def due(self) -> Self:
        """Public, and to be read again by now."""
        return self.published().filter(review_by__lte=timezone.localdate())


class Page(models.Model):
    parts = ("statement",)  # versioned with it: see tscb/common/publishing/content.py
    apart = ()

    slug = models.SlugField(
        "address", max_length=100, unique=True, help_text="The page stands at /address/."
    )
    title = models.CharField(max_length=200, validators=[check_placeholders])
    body = RichTextField(
        "text",
        max_length=100_000,
        validators=[check_placeholders],
        help_text="Names in braces, such as {board}, {panel} or {contact}, become those entered "
        "under Names and addresses. Text from Word can be pasted.",
    )
    order = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    show_in = models.CharField(
        "linked from", max_length=10, choices=PagePlace, default=PagePlace.NOWHERE
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who is reminded when the page is to be read again; nobody: every editor.",
    )
    review_every = models.PositiveSmallIntegerField(
        "to be read again",
        choices=Rhythm,
        default=Rhythm.YEAR,
        help_text="The accessibility statement and the privacy notice: each year.",
    )
    published = models.BooleanField(default=True, editable=False)
    # A change that the public does not see yet; the page's own columns stay as they are.
    proposed = models.ForeignKey(
        HistoryEntry, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    reviewed_on = models.DateField("last reviewed", null=True, blank=True, editable=False)
    review_by = models.DateField("next review", null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    # The errors that the daily look found in it (pages/report.py).
    found_wrong = models.JSONField(default=list, blank=True, editable=False)
    looked_at = models.DateTimeField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.title

    def save(self, **kwargs: Any) -> None:
        """Keeps the day of the next review beside that of the last."""
        self.reviewed_on = self.reviewed_on or timezone.localdate()
        self.review_by = months_after(self.reviewed_on, self.review_every)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("board:page", args=[self.slug])

    def clean(self) -> None:
        """An address that another part of the site answers would hide the page."""
        try:
            taken = resolve(f"/{self.slug}/").view_name != "board:page"
        except Resolver404:
            taken = False
        if taken:
            raise ValidationError({"slug": "Another part of the site has this address."})
        if self.is_fixed and self.review_every != Rhythm.YEAR:
            raise ValidationError({"review_every": "This page is read again every 12 months."})

    def refresh_locked(self) -> "Page":
        """This row again, locked until the transaction ends."""
        return Page.objects.select_for_update().get(pk=self.pk)

    @property
    def is_public(self) -> bool:
        return self.published

    @property
    def is_fixed(self) -> bool:
        """Whether the law asks for this page."""
        return self.slug in FIXED

    @property
    def is_due(self) -> bool:
        return self.published and bool(self.review_by and self.review_by <= timezone.localdate())

    @property
    def state_in_words(self) -> str:
        if not self.published:
            return "Draft: the public does not see it"
        return "Public, a change waits to be published" if self.proposed_id else "Public"
