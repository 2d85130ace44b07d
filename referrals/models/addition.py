"""What was added to a referral after it was sent. The referral itself stays as it was sent.

Nothing is ever changed or taken back: who was wrong adds what is right.
"""

import pgtrigger
from django.db import models

from referrals.models.question import ReferrerQuestion
from referrals.models.referral import Referral
from tscb.common.encryption import EncryptedTextField


class Addition(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="additions")
    text = EncryptedTextField(of="referral_id")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.CharField(max_length=100)
    # Of one press of the button, however often it arrives.
    press = models.CharField(max_length=64, unique=True)

    # The question of the board that it answers, if it answers one.
    question = models.OneToOneField(
        ReferrerQuestion, null=True, on_delete=models.CASCADE, related_name="answer"
    )

    class Meta:
        ordering = ("added_at", "pk")
        triggers = (pgtrigger.Protect(name="stays_as_added", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"Added {self.added_at:%Y-%m-%d %H:%M}"
