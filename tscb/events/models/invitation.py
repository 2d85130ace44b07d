"""Who may see and book a restricted event."""

from django.db import models

from tscb.common.mailed_link.model import MailedLinks, PlainLink
from tscb.events.models.booking import Participant
from tscb.events.models.event import LearningEvent


class Invitation(PlainLink):
    """One mailbox and one event; the link in the newest mail opens it."""

    event = models.ForeignKey(LearningEvent, on_delete=models.CASCADE, related_name="invitations")
    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="invitations"
    )

    objects = MailedLinks["Invitation"].as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "participant"], name="events_invitation_once_a_mailbox"
            )
        ]
