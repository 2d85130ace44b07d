"""What can be published, and the one door through which the public reads it."""

import re
from datetime import date
from typing import Any, ClassVar, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tscb.common.publishing.addresses import Addressed
from tscb.common.publishing.covers import Covered
from tscb.common.publishing.listed import Listed
from tscb.common.publishing.proposable import Proposable
from tscb.common.publishing.states import Status

Item = TypeVar("Item", bound="Publishable")
SEEN = [Status.PUBLISHED.value, Status.ARCHIVED.value]
IS_SEEN = "status IN ({})".format(", ".join(f"'{status}'" for status in SEEN))

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


class PublishableQuerySet(models.QuerySet[Item]):
    def published(self, at: Any = None) -> Self:
        """What the public may see now. The publication time is part of the question."""
        return self.filter(status__in=SEEN, published_at__lte=at or timezone.now())

    def with_documents(self) -> Self:
        """Of these, the ones whose documents are public too: not those on request."""
        return self.filter(status=Status.PUBLISHED)

    def due(self) -> Self:
        """Public beyond their publication period: an editor has to decide what becomes of them."""
        return self.published().filter(
            status=Status.PUBLISHED, due_for_review_on__lte=timezone.localdate()
        )

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")


class Publishable(Listed, Addressed, Covered, Proposable):
    """A page with a title and an address that staff publish now, at a set time, or take back.

    A subclass names its `parts`, the relations whose rows belong to its text and are versioned,
    compared and restored with it, and what stands `apart`: documents have a sign-off of their own,
    and only what is said about them on the page (their model's `words`) is part of its text.
    """

    # What was scheduled comes out without anybody writing: see tscb/common/content_version/moments.
    moments: ClassVar[dict[str, str]] = {"published_at": IS_SEEN}

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
    due_for_review_on = models.DateField("falls due on", null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    preview_key = models.CharField(max_length=32, blank=True, editable=False)
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
                condition=~Q(status__in=SEEN) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_checked_when_by_whom",
                condition=Q(checked_by__isnull=True, checked_at__isnull=True)
                | Q(checked_by__isnull=False, checked_at__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_two_people",
                condition=Q(checked_by__isnull=True)
                | Q(edited_by__isnull=True)
                | ~Q(checked_by=F("edited_by")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_public_when_checked",
                condition=Q(status__in=["draft", "withdrawn"])
                | Q(checked_by__isnull=False)
                | (Q(status__in=SEEN) & Q(edited_by__isnull=True)),
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
                condition=Q(status__in=SEEN),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_public(self) -> bool:
        return self.status in SEEN and self.has_come_out

    @property
    def has_come_out(self) -> bool:
        """Whether its publication time is set and past, whatever became of it since."""
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def is_scheduled(self) -> bool:
        return self.status in SEEN and not self.is_public

    @property
    def is_on_request(self) -> bool:
        """The documents are no longer public; the page says how to ask for them."""
        return self.status == Status.ARCHIVED

    @property
    def is_due(self) -> bool:
        due = self.due_for_review_on
        return bool(due and self.status == Status.PUBLISHED and due <= timezone.localdate())

    @property
    def state_in_words(self) -> str:
        """For editors: draft, scheduled for a time, published since, withdrawn."""
        if self.is_scheduled:
            return f"Scheduled for {timezone.localtime(self.published_at):%-d %B %Y, %H:%M}"
        if self.proposed_id:
            return f"{self.get_status_display()}, a change waits to be checked"
        return self.get_status_display()

    def due_after(self, start: date) -> date | None:
        """When the publication period that begins on `start` ends; None where there is none."""
        return None
