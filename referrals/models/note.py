"""What somebody of the panel wrote down about a case, for the panel alone.

Nothing is ever changed or taken back: who was wrong writes a note that corrects the earlier one.
"""

import pgtrigger
from django.db import models

from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedTextField


class Note(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="notes")
    number = models.PositiveSmallIntegerField()  # within the case, from 1
    text = EncryptedTextField(of="referral_id")
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.CASCADE, related_name="corrections"
    )
    written_at = models.DateTimeField(auto_now_add=True)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # Of one press of the button, however often it arrives.
    press = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                fields=("referral", "number"), name="notes_of_a_case_are_numbered"
            ),
        )
        triggers = (pgtrigger.Protect(name="stays_as_written", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"Note {self.number}"
