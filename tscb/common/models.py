"""The tables of the mechanisms: mail that waits to be sent, and the history of what is written."""

from django.db import models
from django.utils import timezone

from tscb.common.content_version.change import ContentChange
from tscb.common.encryption import EncryptedTextField
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.purge import Purge

__all__ = ["ContentChange", "HistoryEntry", "OutgoingMail", "Purge"]


class OutgoingMail(models.Model):
    """A message and how far it got. It never holds case data: reference, time and link at most."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        GIVEN_UP = "given up", "Given up"

    to = EncryptedTextField()  # the address is a practitioner's: as private as the referral
    subject = models.CharField(max_length=200)
    # A link or a code in it opens something: wiped when the message has gone, or never will go.
    body = EncryptedTextField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    queued_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-queued_at"]
        verbose_name = "outgoing message"
        constraints = [
            models.CheckConstraint(
                name="mail_sent_means_sent_at",
                condition=models.Q(state="sent", sent_at__isnull=False)
                | (~models.Q(state="sent") & models.Q(sent_at__isnull=True)),
            )
        ]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="mail_due")]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_state_display()})"
