"""Days on which the office does not answer although the week and the calendar say it would."""

from django.db import models
from django.db.models import F, Q

from tscb.common.content_version import bumps


class Closure(models.Model):
    """A whole day, or a part of it; holds for every number with opening hours."""

    date = models.DateField(help_text="Bank holidays are known: enter other days only.")
    starts = models.TimeField("from", null=True, blank=True, help_text="Empty: from midnight.")
    ends = models.TimeField("until", null=True, blank=True, help_text="Empty: until midnight.")
    reason = models.CharField(max_length=200, help_text="For colleagues, for example “training”.")

    class Meta:
        ordering = ["-date", "starts"]
        triggers = bumps()
        constraints = [
            models.CheckConstraint(
                name="board_closure_ends_after_start",
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gt=F("starts")),
                violation_error_message="The end has to come after the start.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.date:%-d %B %Y}: {self.reason}"

    @property
    def span(self) -> str:
        """For which part of the day."""
        if self.starts is None and self.ends is None:
            return "all day"
        starts = f"from {self.starts:%H:%M}" if self.starts else ""
        ends = f"until {self.ends:%H:%M}" if self.ends else ""
        return f"{starts} {ends}".strip()
