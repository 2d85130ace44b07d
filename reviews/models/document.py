"""A file that goes with a published page, and how far it is on its way to the public.

What was uploaded (`original`) is never served; `cleaned` is what the safety gate wrote anew. It
is public once a second person has signed it off (design, promise 8).
"""

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from reviews.models.case_review import CaseReview
from reviews.search.triggers import forget_text, renew_with_document
from tscb.common.content_version import bumps
from tscb.common.uploads.checks import validate_pdf
from tscb.common.uploads.storage import (
    RandomNameIn,
    delete_on_commit,
    private_storage,
    public_file_name,
)

FOLDER = RandomNameIn("documents")


class DocumentRole(models.TextChoices):
    OVERVIEW_REPORT = "overview report", "Overview report"
    EXECUTIVE_SUMMARY = "executive summary", "Executive summary"
    BOARD_RESPONSE = "board response", "Board response"
    ACTION_PLAN = "action plan", "Action plan"
    BRIEFING = "briefing", "Briefing"
    OTHER = "other", "Other document"


class CheckState(models.TextChoices):
    """How far the safety check of a file is; long files are checked by the worker."""

    WAITING = "waiting", "Waits to be checked"
    RUNNING = "running", "Being checked"
    DONE = "done", "Checked"


# What the safety check notes on its way: nothing of it is public.
OF_THE_CHECK = (
    "check_state", "check_started_at", "check_heard_at", "pages_done", "check_tries",
)  # fmt: skip


class DocumentQuerySet(models.QuerySet[Any]):
    def released(self) -> Self:
        """What has passed the safety gate and a second person, and was not taken off since."""
        return self.filter(released_at__isnull=False, taken_off=False)

    def public(self, at: Any = None) -> Self:
        """What anybody may open at this moment, with the page that it goes with."""
        link = self.model.link
        pages = self.model._meta.get_field(link).related_model.objects
        public_ones = {f"{link}__in": pages.published(at).with_documents()}
        return self.released().filter(**public_ones).select_related(link)


class Document(models.Model):
    """A PDF with what the safety gate found in it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    role = models.CharField(
        "kind", max_length=20, choices=DocumentRole, default=DocumentRole.OVERVIEW_REPORT
    )
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10, default="en", help_text="Such as en or cy.")
    order = models.PositiveSmallIntegerField(default=0)
    taken_off = models.BooleanField(
        "taken off the page",
        default=False,
        help_text="The public no longer sees it. Untick to bring it back.",
    )
    original = models.FileField(
        "file", storage=private_storage, upload_to=FOLDER, validators=[validate_pdf]
    )
    cleaned = models.FileField(
        storage=private_storage, upload_to=FOLDER, blank=True, editable=False
    )
    # The title that stands in the cleaned copy itself, where a reader's program shows it.
    copy_title = models.CharField(max_length=200, blank=True, editable=False)
    checksum = models.CharField(max_length=64, blank=True, editable=False)
    # For the comparison with the linked referral alone: shown nowhere.
    uploaded_name = models.CharField(max_length=255, blank=True, editable=False)
    image_only = models.BooleanField("pictures alone", default=False, editable=False)
    size = models.PositiveIntegerField("size in bytes", default=0, editable=False)
    pages = models.PositiveIntegerField(default=0, editable=False)
    findings = models.JSONField(default=list, editable=False)
    # Why a warning may stay, by the finding's key: reason, by, at.
    reasons = models.JSONField(default=dict, editable=False)
    check_state = models.CharField(
        max_length=10, choices=CheckState, default=CheckState.DONE, editable=False
    )
    check_started_at = models.DateTimeField(null=True, editable=False)
    # Signs of life of a check that runs: when, how far, and how often it was taken up.
    check_heard_at = models.DateTimeField(null=True, editable=False)
    pages_done = models.PositiveIntegerField(default=0, editable=False)
    check_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    # What was checked against: the gate's version, and the linked referrals as they stood.
    gate_version = models.PositiveSmallIntegerField(default=0, editable=False)
    names_standing = models.CharField(max_length=64, blank=True, editable=False)
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    released_at = models.DateTimeField("signed off", null=True, editable=False)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    link: str  # the name of the field that leads to its page
    report_pages: Any  # the text of its pages (a PageText of its own kind)
    # Part of the page's text: a second person checks them with the page, not with the file.
    words = ("role", "title", "language", "order", "taken_off")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_two_people",
                condition=Q(released_by__isnull=True) | ~Q(released_by=F("uploaded_by")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_released_has_time",
                condition=Q(released_by__isnull=True) | Q(released_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return self._address("document", self.file_name)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """The row, and its files once the row is gone for good."""
        delete_on_commit(self.kept_files)
        return super().delete(*args, **kwargs)

    @property
    def kept_files(self) -> list[str]:
        """The names of its files in the store."""
        return [file.name for file in (self.original, self.cleaned) if file.name]

    @property
    def file_name(self) -> str:
        """The name under which the public downloads it: from the title, never the uploaded one."""
        return public_file_name(self.title, "pdf")

    @property
    def address_from_page(self) -> str:
        """Where it stands below the page that it goes with, in public and in the preview."""
        return f"documents/{self.public_id}/{self.file_name}"

    @property
    def stage_in_words(self) -> str:
        """How far it is on its way to the public, for editors."""
        if self.taken_off:
            return "Taken off the page: the public does not see it"
        if self.released_at:
            return "Signed off: public with its page"
        if not self.is_checked:
            return self.get_check_state_display()
        if self.critical_findings or not self.cleaned:
            return "Blocked by critical findings"
        return "Waits for a second person to sign it off"

    @property
    def critical_findings(self) -> list[dict[str, Any]]:
        found = [one for one in self.findings if one["severity"] == "critical"]
        return [one for one in found if not one.get("cleaned")]

    @property
    def is_checked(self) -> bool:
        return self.check_state == CheckState.DONE

    @property
    def item(self) -> Any:
        """The page that it goes with."""
        return getattr(self, self.link)

    @property
    def text_address(self) -> str:
        """Of its text as a web page; empty where it has none, or nobody asked (`with_text`)."""
        return self._address("text") if getattr(self, "has_text", False) else ""

    def _address(self, name: str, *more: str) -> str:
        """In the room of its page, which is called like the app."""
        room = f"{self._meta.app_label}:{name}"
        return reverse(room, args=[self.item.slug, self.public_id, *more])


class ReviewDocument(Document):
    """A report, summary, response or plan of a case review."""

    link = "review"
    review = models.ForeignKey(CaseReview, on_delete=models.CASCADE, related_name="documents")

    class Meta(Document.Meta):
        verbose_name = "document"
        triggers = [
            forget_text("reviews_reportpage"),
            renew_with_document(),
            *bumps(ignoring=OF_THE_CHECK),
        ]
