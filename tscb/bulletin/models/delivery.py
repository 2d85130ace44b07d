"""One letter on its way to one mailbox: an edition, or an alert about what is new.

The row is written before the letter goes, and says afterwards how far it came. It outlives its
subscriber as a number, without saying who it was.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from tscb.bulletin.models.edition import Edition
from tscb.bulletin.models.subscriber import Subscriber


class DeliveryState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    SENDING = "sending", "Being handed to the mail server"
    SENT = "sent", "Sent"
    # A process ended in the middle: it may have gone. It is never sent a second time.
    UNSURE = "unsure", "Not known whether it went"
    GIVEN_UP = "given up", "Given up"
    DROPPED = "dropped", "Not wanted any more"


class Delivery(models.Model):
    """Of an edition, or of what came out between `since` and `until`."""

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.SET_NULL, null=True, related_name="deliveries"
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, null=True, related_name="deliveries"
    )
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    came_back_at = models.DateTimeField(null=True)  # counted once, though told several times

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "subscriber"], name="bulletin_delivery_edition_once"
            ),
            models.UniqueConstraint(
                fields=["subscriber", "since"],
                condition=Q(edition=None),
                name="bulletin_delivery_alert_once",
            ),
            models.CheckConstraint(
                name="bulletin_delivery_edition_or_alert",
                condition=Q(edition__isnull=False, since=None, until=None)
                | Q(edition=None, since__isnull=False, until__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "next_attempt_at"], name="bulletin_delivery_due"),
            models.Index(fields=["edition", "state"], name="bulletin_delivery_progress"),
            models.Index(
                fields=["made_at"], name="bulletin_delivery_alerts", condition=Q(edition=None)
            ),
            # What went to whom is forgotten after a while.
            models.Index(
                fields=["made_at"],
                name="bulletin_delivery_known",
                condition=Q(subscriber__isnull=False),
            ),
            # How many were begun within the last minute.
            models.Index(
                fields=["started_at"],
                name="bulletin_delivery_started",
                condition=Q(started_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Delivery {self.pk} ({self.get_state_display()})"
