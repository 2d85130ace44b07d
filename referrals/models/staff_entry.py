"""That a referral came by phone or on paper and was written down by staff: how, when, who took it.

The moment it came is when the board received it: clocks count from there, not from the writing.
"""

from django.conf import settings
from django.db import models

from referrals.models.audit import REFERRER, Actor, staff
from referrals.models.referral import Referral
from tscb.common.encryption import EncryptedTextField


class CameBy(models.TextChoices):
    PHONE = "phone", "by phone"
    POST = "post", "by post"
    PERSON = "person", "in person"
    OTHER = "other", "another way"


class StaffEntry(models.Model):
    referral = models.OneToOneField(
        Referral, on_delete=models.CASCADE, primary_key=True, related_name="staff_entry"
    )
    came_by = models.CharField(max_length=10, choices=CameBy.choices)
    came_at = models.DateTimeField()
    # Empty only where the key of the case was lost when this became encrypted.
    taken_by = EncryptedTextField(of="referral_id", null=True)
    # Who wrote it down; of several, the last one.
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("came_at",)
        verbose_name = "referral entered by staff"
        verbose_name_plural = "referrals entered by staff"

    def __str__(self) -> str:
        return f"{self.referral} {self.get_came_by_display()}"


def entry_of(referral: Referral) -> StaffEntry | None:
    return getattr(referral, "staff_entry", None)


def author_of(referral: Referral) -> Actor:
    """Who writes it, for the audit: staff while they enter it, else its referrer."""
    entry = entry_of(referral) if referral.is_draft else None
    return staff(entry.entered_by) if entry else REFERRER
