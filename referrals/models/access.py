"""Why a case was shut to all but some named people, or opened to the whole panel again.

How it stands now is in `Case`; a row here is what was said when it was changed, and never changes.
"""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedTextField


class AccessChange(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="access_changes")
    is_restricted = models.BooleanField()
    reader_ids = ArrayField(models.BigIntegerField(), default=list)  # empty for the whole panel
    reason = EncryptedTextField(of="referral_id")
    changed_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-changed_at", "-pk")
        triggers = (pgtrigger.Protect(name="stays_as_said", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"Access changed {self.changed_at:%Y-%m-%d %H:%M}"
