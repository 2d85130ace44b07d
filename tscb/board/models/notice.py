"""Notices that staff put on the site for a time, with an end from the beginning."""

from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tscb.board.frontage import notices
from tscb.board.frontage.notices import Kind, Where
from tscb.board.placeholders import check_placeholders
from tscb.common.content_version import bumps


class NoticeQuerySet(models.QuerySet["Notice"]):
    def to_come_or_running(self) -> Self:
        return self.filter(shown=True, ends__gt=timezone.now())


class Notice(models.Model):
    # They come and go without anybody writing: see tscb/common/content_version/moments.
    moments: ClassVar[dict[str, str]] = {"starts": "shown", "ends": "shown"}

    text = models.TextField(
        max_length=400,
        validators=[check_placeholders],
        help_text="One or two sentences. **bold**, [words](/address/) and {board}. A telephone "
        "number has to be one of the contact points.",
    )
    kind = models.CharField(max_length=15, choices=Kind, default=Kind.INFORMATION)
    where = models.CharField(
        max_length=15,
        choices=Where,
        default=Where.EVERYWHERE,
        help_text="Never on “Worried about a child?”: enter closed days and numbers under Closures "
        "and Contact points, and every page names the right number by itself.",
    )
    starts = models.DateTimeField("from", default=timezone.now)
    ends = models.DateTimeField("until", help_text="From this minute on it is off the site.")
    shown = models.BooleanField(
        "on the site",
        default=False,
        help_text="Look at the preview first. Unticked, nobody sees it.",
    )
    updated_at = models.DateTimeField(auto_now=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        triggers = bumps()
        ordering = ["-ends", "-pk"]
        indexes = [
            models.Index(fields=[name], name=f"board_notice_{name}", condition=Q(shown=True))
            for name in ("starts", "ends")
        ]
        constraints = [
            models.CheckConstraint(
                name="board_notice_ends_after_start",
                condition=Q(ends__gt=F("starts")),
                violation_error_message="The end has to come after the start.",
            )
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 60 else f"{self.text[:57]}…"

    @property
    def known(self) -> notices.Notice:
        """The notice as pages know it."""
        return notices.Notice(self.text, self.kind, self.where, self.starts, self.ends)

    @property
    def state(self) -> str:
        now = timezone.now()
        if self.ends <= now:
            return "Over"
        if not self.shown:
            return "Not on the site"
        return "On the site now" if self.known.runs(now) else "Waits for its time"

    def clean(self) -> None:
        if self.shown and self.ends and self.ends <= timezone.now():
            raise ValidationError({"ends": "That time has passed: nobody would see the notice."})
