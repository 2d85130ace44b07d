"""Which referral a case review came from, so that its names can be kept out of what is published.

The public side never reads this table; the safety gate asks through `referrals.review_names`.
"""

from django.conf import settings
from django.db import models

from referrals.models.referral import Referral
from reviews.models import CaseReview


class ReviewOrigin(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="origins")
    review = models.ForeignKey(CaseReview, on_delete=models.CASCADE, related_name="+")
    linked_at = models.DateTimeField(auto_now_add=True)
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("linked_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("referral", "review"), name="referral_linked_to_review_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.referral} – {self.review}"
