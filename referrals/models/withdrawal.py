"""That the referrer withdrew a referral, when and why. It stays, whatever the panel does then."""

import pgtrigger
from django.db import models

from referrals.models.referral import Referral
from tscb.common.encryption import EncryptedTextField


class Withdrawal(models.Model):
    referral = models.OneToOneField(Referral, on_delete=models.CASCADE, related_name="withdrawal")
    reason = EncryptedTextField(of="referral_id")
    withdrawn_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.CharField(max_length=100)

    class Meta:
        triggers = (pgtrigger.Protect(name="stays_as_withdrawn", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"Withdrawn {self.withdrawn_at:%Y-%m-%d %H:%M}"


def withdrawal_of(referral: Referral) -> Withdrawal | None:
    return getattr(referral, "withdrawal", None)
