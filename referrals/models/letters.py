"""Letters about a case, and the templates that staff write for them. Nothing here is mailed."""

from uuid import uuid4

import pgtrigger
from django.db import models

from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedTextField


class LetterTemplate(models.Model):
    key = models.SlugField(max_length=50, unique=True)
    name = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField(default=100)
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ("order", "name")

    def __str__(self) -> str:
        return self.name

    @property
    def newest(self) -> "LetterVersion":
        return self.versions.order_by("-number")[0]


class LetterVersion(models.Model):
    """The wording of a template since a moment. Nothing of any case."""

    template = models.ForeignKey(LetterTemplate, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    subject = models.CharField(max_length=200)
    body = models.TextField(max_length=10_000)
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(name="versions_are_numbered", fields=("template", "number")),
        )
        triggers = (pgtrigger.Protect(name="stays_as_written", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"{self.template}, version {self.number}"


class Letter(models.Model):
    """Filled in for one case; to be changed until it is final."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="letters")
    version = models.ForeignKey(LetterVersion, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()  # within the referral, from 1
    addressee = EncryptedTextField(of="referral_id", default=str)
    subject = EncryptedTextField(of="referral_id")
    body = EncryptedTextField(of="referral_id")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now=True)
    final_at = models.DateTimeField(null=True)
    final_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(name="letters_are_numbered", fields=("referral", "number")),
        )

    def __str__(self) -> str:
        return f"Letter {self.number} about {self.referral}"

    @property
    def is_final(self) -> bool:
        return self.final_at is not None
