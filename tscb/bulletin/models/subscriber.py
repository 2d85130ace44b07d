"""Who gets the e-bulletin and alerts: a mailbox, what it asked for, and perhaps its agency.

No name is asked for. The address is encrypted and found by its keyed hash; leaving deletes the row.
"""

import secrets
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from reviews.models import Theme
from tscb.board.models import Agency
from tscb.common.encryption import EncryptedTextField, token_digest
from tscb.common.mailboxes import KnownByMailbox, MailboxQuerySet
from tscb.common.mailed_link.model import MailedLinks, PlainLink


class Rhythm(models.TextChoices):
    """How often somebody wants to hear that there is something new on their themes."""

    NEVER = "never", "Never"
    AT_ONCE = "at once", "On the day it is published"
    WEEKLY = "weekly", "Once a week"
    MONTHLY = "monthly", "Once a month"


class SubscriberQuerySet(MailboxQuerySet["Subscriber"]):
    def opened_by(self, key: str) -> Self:
        """The door for whoever holds the key that stands in their mails: at most one row."""
        return self.filter(key_digest=token_digest(key))

    def reachable(self) -> Self:
        """Confirmed, and mail to them comes through."""
        return self.filter(confirmed_at__isnull=False, stopped_at=None)

    def add(self, email: str, **choices: Any) -> "Subscriber":
        """A new row with a key of its own; not confirmed yet."""
        return self.create(**Subscriber.reached_at(email), **choices)


class Subscriber(KnownByMailbox):
    """One mailbox. Its key opens its choices and ends what it gets; it stands in each mail."""

    hash_rules = "mailboxes of subscribers 1"

    # The same in every mail, so that an old one can still be used to leave.
    key = EncryptedTextField()
    key_digest = models.CharField(max_length=64, unique=True, editable=False)
    agency = models.ForeignKey(
        Agency, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wants_bulletin = models.BooleanField("the e-bulletin", default=True)
    alerts = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.NEVER)
    every_theme = models.BooleanField("alerts on every theme", default=False)
    themes = models.ManyToManyField(Theme, blank=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    alerted_until = models.DateTimeField(null=True)  # what was new before was told, or asked for
    bounces = models.PositiveSmallIntegerField(default=0)  # since the last that came through
    bounced_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)  # nothing comes through: nothing more is sent
    is_sample = models.BooleanField(default=False, editable=False)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["alerts", "alerted_until"],
                name="bulletin_subscriber_alerts",
                condition=~Q(alerts="never"),
            )
        ]

    @classmethod
    def reached_at(cls, email: str) -> dict[str, Any]:
        """The columns for this mailbox, with a new key: what was sent elsewhere opens nothing."""
        key = secrets.token_urlsafe(32)
        return {**cls.kept_of(email), "key": key, "key_digest": token_digest(key)}

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def is_reachable(self) -> bool:
        return self.is_confirmed and self.stopped_at is None

    @property
    def has_own_themes(self) -> bool:
        """Whether they chose some: all of those may have gone since."""
        return self.alerts != Rhythm.NEVER and not self.every_theme


class AddressChange(PlainLink):
    """Another mailbox that somebody wants to be reached at, once they have shown it is theirs."""

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="address_changes"
    )
    email = EncryptedTextField()

    objects = MailedLinks["AddressChange"].as_manager()
