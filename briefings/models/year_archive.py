"""A ZIP of all briefings of a year, as staff asked for it and as far as it is made."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from tscb.board.models import User
from tscb.common.uploads.storage import RandomNameIn, private_storage

KEPT = timedelta(days=7)  # then its briefings may have changed: it is asked for anew


class ArchiveState(models.TextChoices):
    WAITING = "waiting", "Waiting for its turn"
    RUNNING = "running", "Being made"
    DONE = "done", "Ready"
    FAILED = "failed", "Could not be made"


class YearArchive(models.Model):
    """One a year: asking again makes it anew."""

    year = models.PositiveSmallIntegerField(unique=True)
    state = models.CharField(
        max_length=10, choices=ArchiveState, default=ArchiveState.WAITING, editable=False
    )
    number_done = models.PositiveIntegerField(default=0, editable=False)
    number_in_all = models.PositiveIntegerField(default=0, editable=False)
    file = models.FileField(
        upload_to=RandomNameIn("year-archives"), storage=private_storage, blank=True, editable=False
    )
    # What it holds, as a digest: of anything else it is not handed out, and soon deleted.
    mark = models.CharField(max_length=40, blank=True, editable=False)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, editable=False, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    # When the worker last did something for it: long ago means that the worker was stopped.
    worked_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-year"]

    def __str__(self) -> str:
        return f"7 minute briefings of {self.year}"

    @property
    def is_ready(self) -> bool:
        return self.state == ArchiveState.DONE and bool(self.file)

    @property
    def is_being_made(self) -> bool:
        return self.state in (ArchiveState.WAITING, ArchiveState.RUNNING)

    @property
    def files(self) -> list[str]:
        """Names in the store; none before it is made."""
        return [self.file.name] if self.file.name else []

    @property
    def file_name(self) -> str:
        return f"7-minute-briefings-{self.year}.zip"
