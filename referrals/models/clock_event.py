"""What sets a clock going or stops it: the days on which something happened in a case.

Nothing of the case itself: the word for what happened, and a day.
"""

from django.db import models

from referrals.models.referral import Referral


class ClockEvent(models.TextChoices):
    """In the order in which a case usually meets them. Rules begin and end with one of them."""

    INCIDENT = "incident", "It happened"
    AWARE = "aware", "The local authority became aware"
    RECEIVED = "received", "The referral was received"
    NOTIFIED = "notified", "The national bodies were notified"
    PUT_BEFORE_PANEL = "put_before_panel", "The panel met on the case"
    AGENCIES_ASKED = "agencies_asked", "The agencies were asked for summaries"
    AGENCIES_ANSWERED = "agencies_answered", "All agencies had answered"
    RECOMMENDED = "recommended", "The panel recommended"
    DECIDED = "decided", "It was decided what becomes of the case"
    DECISION_TOLD = "decision_told", "The national bodies were told of the decision"
    REVIEW_STARTED = "review_started", "The review was started"
    REPORT_SENT = "report_sent", "The report was sent to the national bodies"
    PANEL_REPLIED = "panel_replied", "The national panel replied"
    PUBLICATION_PLANNED = "publication_planned", "Day planned for publication"
    PUBLISHED = "published", "The report was published"
    CLOSED = "closed", "The case was closed"


class CaseEvent(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="case_events")
    event = models.CharField(max_length=30, choices=ClockEvent.choices)
    on = models.DateField()

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("referral", "event"), name="happens_once_in_a_case"),
        )

    def __str__(self) -> str:
        return f"{self.get_event_display()} on {self.on}"
