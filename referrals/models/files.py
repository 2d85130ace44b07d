"""A file that came with a referral. The row says what it is and holds its key; the file itself lies
encrypted in the private store, under the row's number.
"""

from uuid import uuid4

from django.contrib.auth.models import AnonymousUser
from django.db import models

from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedTextField, WrappedKeyField
from tscb.common.virus_scan import Verdict


class FileKind(models.TextChoices):
    """As the parsers found it; the value is the ending of its name when it is saved."""

    PDF = "pdf", "PDF document"
    WORD = "docx", "Word document"
    JPEG = "jpeg", "JPEG picture"
    PNG = "png", "PNG picture"
    WEBP = "webp", "WebP picture"
    MAIL = "eml", "Mail"
    OUTLOOK = "msg", "Outlook mail"


class ReferralFiles(models.QuerySet["ReferralFile"]):
    def visible_to(self, user: User | AnonymousUser) -> "ReferralFiles":
        """The door for staff: files of the referrals that they may see."""
        return self.filter(referral__in=Referral.objects.visible_to(user))


class ReferralFile(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="files")
    # In the name under which it is saved, after the reference. Never given twice in a referral.
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=FileKind.choices)
    name = EncryptedTextField(of="referral_id")
    # Of the clear bytes, to know the same file again. Encrypted: it would prove who had a file.
    digest = EncryptedTextField(of="referral_id")
    wrapped_key = WrappedKeyField(of="referral_id")
    size = models.PositiveBigIntegerField()
    virus_check = models.CharField(max_length=10, choices=Verdict.choices)
    checked_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ReferralFiles.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("referral", "number"), name="file_numbered_once"),
        )
        indexes = (
            models.Index(
                fields=("checked_at",),
                condition=models.Q(virus_check__in=[Verdict.WAITING, Verdict.NOT_ASKED]),
                name="files_not_scanned",
            ),
        )

    def __str__(self) -> str:
        return f"File {self.number}"

    @property
    def key(self) -> bytes:
        return bytes(self.wrapped_key)

    @property
    def is_waiting(self) -> bool:
        return self.virus_check == Verdict.WAITING

    @property
    def is_blocked(self) -> bool:
        return self.virus_check == Verdict.FOUND

    @property
    def can_be_opened(self) -> bool:
        return not (self.is_waiting or self.is_blocked)

    @property
    def came_later(self) -> bool:
        """After the referral was sent."""
        sent = self.referral.submitted_at
        return sent is not None and self.added_at > sent
