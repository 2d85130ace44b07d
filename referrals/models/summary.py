"""What an agency is asked about a case and what it answers: one row for each agency asked.

The agency sees this row alone, nothing of the referral. What was sent is never changed: what comes
later is a row of its own. States and their moves stand in `summary_state`.
"""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from referrals.models.referral import Referral
from referrals.models.summary_state import ANSWERED, WAITED_FOR, SummaryState
from tscb.board.models import Agency
from tscb.common.encryption import EncryptedJSONField, EncryptedTextField
from tscb.common.mailed_link.model import MailedLink, MailedLinks


class Summaries(models.QuerySet["Summary"]):
    def of(self, referral: Referral) -> "Summaries":
        return self.filter(referral=referral).order_by("number")

    def waited_for(self) -> "Summaries":
        return self.filter(state__in=WAITED_FOR)

    def counted(self) -> "Summaries":
        """All but those that are no longer asked for."""
        return self.exclude(state=SummaryState.WITHDRAWN)


class Summary(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="summaries")
    number = models.PositiveSmallIntegerField()  # within the referral, from 1
    state = models.CharField(max_length=10, choices=SummaryState.choices)
    # Of the board's own agencies; empty for one of another area, which is asked by its name.
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    # Who is asked: name of the agency, email, phone.
    contact = EncryptedJSONField(of="referral_id", default=dict)
    # What the agency gets to see: people, each a list of pairs of label and value; the period;
    # what the panel asks in particular.
    asked = EncryptedJSONField(of="referral_id", default=dict)
    answers = EncryptedJSONField(of="referral_id", default=dict)
    # What was typed and could not be read yet, kept so that it can be shown again.
    unfinished = EncryptedJSONField(of="referral_id", default=dict)
    asked_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    opened_at = models.DateTimeField(null=True)
    saved_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    # The day for which the last reminder went out: before it is due, when it is, once it is over.
    reminded_for = models.DateField(null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = Summaries.as_manager()

    class Meta:
        ordering = ("referral", "number")
        verbose_name_plural = "summaries"
        constraints = (
            models.UniqueConstraint(
                fields=("referral", "number"), name="summaries_of_a_referral_are_numbered"
            ),
            models.UniqueConstraint(
                fields=("referral", "agency"),
                condition=~Q(state=SummaryState.WITHDRAWN),
                name="an_agency_is_asked_once_at_a_time",
            ),
            models.CheckConstraint(
                name="summary_answered_has_its_time",
                condition=Q(state__in=sorted(ANSWERED), answered_at__isnull=False)
                | (~Q(state__in=sorted(ANSWERED)) & Q(answered_at=None)),
            ),
        )
        indexes = (models.Index(fields=("state", "due_on"), name="summaries_waited_for"),)

    def __str__(self) -> str:
        return f"Summary {self.number} of {self.referral}"

    @property
    def is_waited_for(self) -> bool:
        return self.state in WAITED_FOR

    @property
    def is_answered(self) -> bool:
        return self.state in ANSWERED

    @property
    def is_overdue(self) -> bool:
        return self.is_waited_for and timezone.localdate() > self.due_on

    @property
    def agency_name(self) -> str:
        return str(self.contact.get("agency", ""))

    @property
    def mailbox(self) -> str:
        return str(self.contact.get("email", ""))

    @property
    def phone(self) -> str:
        return str(self.contact.get("phone", ""))

    @property
    def people(self) -> list[list[list[str]]]:
        people: list[list[list[str]]] = self.asked.get("people", [])
        return people

    @property
    def period(self) -> tuple[date | None, date | None]:
        days: Any = (self.asked.get("from"), self.asked.get("until"))
        first, last = (date.fromisoformat(day) if day else None for day in days)
        return first, last


class SummaryChange(models.Model):
    """What happened to a request besides its answer, with its reason. Never changed."""

    class Kind(models.TextChoices):
        EXTENDED = "extended", "More time was given"
        HANDED_ON = "handed_on", "Somebody else answers"
        WITHDRAWN = "withdrawn", "No longer asked for"

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="changes")
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = EncryptedTextField(of="referral_id")
    at = models.DateTimeField(auto_now_add=True)
    by_role = models.CharField(max_length=200)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"


class SummaryAddition(models.Model):
    """What an agency added after its answer."""

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="additions")
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+")
    text = EncryptedTextField(of="referral_id")
    added_at = models.DateTimeField(auto_now_add=True)
    # Of one press of the button, however often it arrives.
    press = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("added_at", "pk")
        triggers = (pgtrigger.Protect(name="stays_as_sent", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"Added {self.added_at:%Y-%m-%d %H:%M}"


class SummaryLinks(MailedLinks["SummaryLink"]):
    pass


class SummaryLink(MailedLink):
    """One for each mail. Those of a mailbox that handed the request on open nothing any more."""

    # A summary takes longer than an answer: each save begins the time anew.
    session_lives = timedelta(hours=2)

    summary = models.ForeignKey(Summary, on_delete=models.CASCADE, related_name="links")
    is_replaced = models.BooleanField(default=False)

    objects = SummaryLinks.as_manager()
