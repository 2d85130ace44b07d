"""What the board asks the referrer after the referral was sent. The answer is an `Addition`.

A question is never changed; one that needs no answer any more is taken back.
"""

from django.conf import settings
from django.db import models

from referrals.models.referral import Referral
from tscb.common.encryption import EncryptedTextField


class ReferrerQuestions(models.QuerySet["ReferrerQuestion"]):
    def of(self, referral: Referral) -> "ReferrerQuestions":
        return self.filter(referral=referral).order_by("number")

    def open(self) -> "ReferrerQuestions":
        """The referrer is waited for."""
        return self.filter(answer=None, taken_back_at=None)


class ReferrerQuestion(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField()  # within the referral, from 1
    text = EncryptedTextField(of="referral_id")
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    objects = ReferrerQuestions.as_manager()

    class Meta:
        ordering = ("referral", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("referral", "number"), name="questions_of_a_referral_are_numbered"
            ),
        )

    def __str__(self) -> str:
        return f"Question {self.number} about {self.referral}"

    @property
    def is_open(self) -> bool:
        return self.taken_back_at is None and not hasattr(self, "answer")
