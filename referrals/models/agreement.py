"""The manager's agreement: a row each time that somebody is asked, or is said to have agreed.

The newest row of a referral tells how things stand. Nothing is written over: a later request is a
row of its own. States and their moves stand in `agreement_state`.
"""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from referrals.models.agreement_state import ANSWERS, GIVEN, AgreementState, Route
from referrals.models.referral import Referral
from tscb.common.encryption import EncryptedJSONField, EncryptedTextField
from tscb.common.mailed_link.model import MailedLink, MailedLinks


class Agreements(models.QuerySet["Agreement"]):
    def of(self, referral: Referral) -> "Agreements":
        """All of a referral's, the newest first."""
        return self.filter(referral=referral).order_by("-asked_at", "-number")

    def newest_of(self, referrals: Iterable[Referral]) -> "dict[UUID, Agreement]":
        """By referral, with one query for a whole list. Nothing of it is decrypted."""
        rows = self.filter(referral__in=referrals).order_by("referral_id", "-asked_at", "-number")
        rows = rows.distinct("referral_id").defer("person", "why", "words")
        return {row.referral_id: row for row in rows}

    def waiting(self) -> "Agreements":
        return self.filter(state=AgreementState.ASKED)


class Agreement(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="agreements")
    number = models.PositiveSmallIntegerField()  # within the referral, from 1
    route = models.CharField(max_length=10, choices=Route.choices)
    state = models.CharField(max_length=20, choices=AgreementState.choices)
    # Who is asked or is said to have agreed: name, role, email.
    person = EncryptedJSONField(of="referral_id", default=dict)
    # Why the manager was not asked by mail.
    why = EncryptedTextField(of="referral_id", default=str)
    # The comment, or the reason for declining, in the words of who answered.
    words = EncryptedTextField(of="referral_id", default=str)
    # What is agreed to, word for word as it was shown, and which version of it.
    wording = models.TextField()
    wording_version = models.CharField(max_length=20)
    asked_at = models.DateTimeField(default=timezone.now)
    reminded_first_at = models.DateTimeField(null=True)
    reminded_again_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    # The day of what was said on the phone, in a letter or by word of mouth.
    said_on = models.DateField(null=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    entered_by_role = models.CharField(max_length=200)

    objects = Agreements.as_manager()

    class Meta:
        ordering = ("-asked_at", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("referral", "number"), name="agreements_of_a_referral_are_numbered"
            ),
            models.UniqueConstraint(
                fields=("referral",),
                condition=Q(state=AgreementState.ASKED),
                name="one_agreement_waits_for_a_referral",
            ),
            models.CheckConstraint(
                name="agreement_answered_has_its_time",
                condition=Q(state__in=list(ANSWERS), answered_at__isnull=False)
                | (~Q(state__in=list(ANSWERS)) & Q(answered_at=None)),
            ),
        )
        indexes = (models.Index(fields=("state", "asked_at"), name="agreements_waiting"),)

    def __str__(self) -> str:
        return f"Agreement {self.number} to {self.referral}"

    @property
    def is_waiting(self) -> bool:
        return self.state == AgreementState.ASKED

    @property
    def is_given(self) -> bool:
        return self.state in GIVEN

    @property
    def is_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def mailbox(self) -> str:
        return str(self.person.get("email", ""))


class AgreementLinks(MailedLinks["AgreementLink"]):
    pass


class AgreementLink(MailedLink):
    """One for each mail: the first, the reminders, and those asked for anew. All of them work."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="links")

    objects = AgreementLinks.as_manager()
