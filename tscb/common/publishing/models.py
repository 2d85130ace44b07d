"""What can be published, and the one door through which the public reads it."""

import re
from typing import Any, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tscb.common.publishing.covers import Covered

Item = TypeVar("Item", bound="Publishable")

# A lone letter or a date in an address has identified children elsewhere (domain notes, 5.4). Short
# words that often follow “child” are none.
LETTER = re.compile(
    r"(?:^|[-_])(?:child|baby|boy|girl)[-_]"
    r"(?!(?:as|at|by|go|he|if|in|is|me|my|no|of|on|or|so|to|up|us|we)[-_])[a-z]{1,2}\d?(?:[-_]|$)",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{1,2}[-_]\d{1,2}[-_]\d{2,4}")


def check_discreet_slug(slug: str) -> None:
    """Raises ValidationError for an address that may tell who a child is."""
    if LETTER.search(slug) or DATE.search(slug):
        raise ValidationError(
            "An address never carries a child's letter or a date of birth or death: "
            "name the subject instead, for example “information-sharing-adolescents”."
        )


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


class PublishableQuerySet(models.QuerySet[Item]):
    def published(self) -> Self:
        """What the public may see now. The publication time is part of the question."""
        return self.filter(status=Status.PUBLISHED, published_at__lte=timezone.now())

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")


class Publishable(Covered):
    """A page with a title and an address that staff publish now, at a set time, or take back."""

    title = models.CharField(max_length=200)
    slug = models.SlugField(
        "address",
        max_length=100,
        unique=True,
        validators=[check_discreet_slug],
        help_text="The last part of the web address. It never carries a child's letter or a date.",
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_sample = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_has_time",
                condition=~Q(status="published") | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_has_time",
                condition=Q(status="withdrawn", withdrawn_at__isnull=False)
                | (~Q(status="withdrawn") & Q(withdrawn_at__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                name="%(app_label)s_%(class)s_newest",
                condition=Q(status="published"),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        return self.status == Status.PUBLISHED and self.has_come_out

    @property
    def has_come_out(self) -> bool:
        """Whether its publication time is set and past, whatever became of it since."""
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def state_in_words(self) -> str:
        """For editors: draft, scheduled for a time, published since, withdrawn."""
        if self.status == Status.PUBLISHED and not self.is_public:
            return f"Scheduled for {timezone.localtime(self.published_at):%-d %B %Y, %H:%M}"
        return self.get_status_display()

    def problems_before_publishing(self) -> list[str]:
        """Sentences that say what still stands in the way of publishing; none by default."""
        return []

    def refresh_locked(self) -> Any:
        """This row again, locked until the transaction ends."""
        return type(self).objects.select_for_update().get(pk=self.pk)
