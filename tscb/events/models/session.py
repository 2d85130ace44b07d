"""The times of an event: one, or several for training over more than a day."""

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime

from tscb.common.content_version import bumps
from tscb.events.models.event import LearningEvent


class EventSession(models.Model):
    """From when to when people meet."""

    event = models.ForeignKey(LearningEvent, on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField("starts")
    ends_at = models.DateTimeField("ends")

    class Meta:
        verbose_name = "date and time"
        verbose_name_plural = "dates and times"
        ordering = ["starts_at", "pk"]
        triggers = bumps()
        constraints = [
            models.CheckConstraint(
                name="events_session_ends_after_start",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                violation_error_message="It has to end after it starts.",
            )
        ]

    def __str__(self) -> str:
        """Tuesday 2 March 2027, 09:30 to 12:30, in the time of this country."""
        start, end = localtime(self.starts_at), localtime(self.ends_at)
        until = "H:i" if start.date() == end.date() else "l j F Y, H:i"
        return f"{date_format(start, 'l j F Y, H:i')} to {date_format(end, until)}"
