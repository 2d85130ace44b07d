"""What stays of an event: how many of which agency came, and what those who came say it changed.
Nothing here knows who anybody is.
"""

from django.db import models
from django.utils.timezone import localdate

from tscb.common.mailed_link.model import MailedLinks, PlainLink
from tscb.events.models.booking import LONGEST_NAME
from tscb.events.models.event import LearningEvent

LONGEST_ANSWER = 1_000


class AgencyCount(models.Model):
    """How many of one agency, kept when the bookings themselves are deleted."""

    event = models.ForeignKey(LearningEvent, on_delete=models.CASCADE, related_name="counts")
    agency = models.CharField(max_length=LONGEST_NAME)
    booked = models.PositiveIntegerField()
    came = models.PositiveIntegerField()

    class Meta:
        ordering = ["agency"]
        constraints = [
            models.UniqueConstraint(fields=["event", "agency"], name="events_count_once_an_agency")
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.came} of {self.booked}"


class FeedbackLink(PlainLink):
    """Lets one answer in, and is gone with it. It does not say whom it was sent to."""

    event = models.ForeignKey(LearningEvent, on_delete=models.CASCADE, related_name="+")

    objects = MailedLinks["FeedbackLink"].as_manager()


class Used(models.TextChoices):
    OFTEN = "often", "Yes, often"
    SOMETIMES = "sometimes", "Yes, sometimes"
    NOT_YET = "not yet", "Not yet"
    NO = "no", "No"


class Feedback(models.Model):
    """One answer, some weeks after an event."""

    event = models.ForeignKey(LearningEvent, on_delete=models.CASCADE, related_name="feedback")
    used = models.CharField(max_length=10, choices=Used)
    changed = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    helpful = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    given_on = models.DateField(default=localdate)  # no time: it could tell whose it is

    class Meta:
        verbose_name_plural = "feedback"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Feedback {self.pk}"
