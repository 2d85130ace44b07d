"""What the panel recommends. Of each referral one row is current: a draft while it is written, then
what the chair reads. One that was sent or taken back stays as it was; the next begins as its copy.
"""

from typing import Any

from django.db import models
from django.db.models import Q

from referrals.models.outcome import Outcome
from referrals.models.referral import Referral
from reviews.models import ReviewType
from tscb.board.models import User
from tscb.common.encryption import EncryptedJSONField, EncryptedTextField

MOST_DISSENTS = 6


class Conclusion(models.Model):
    """What a recommendation and a decision have in common: what is to become of the case."""

    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    review_type = models.ForeignKey(
        ReviewType, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True

    @property
    def concluded(self) -> str:
        """In words, for people: the type of review by its name today."""
        return str(self.review_type) if self.review_type else self.get_outcome_display()  # type: ignore[attr-defined]  # Django's own, of a field with choices


class PanelRecommendation(Conclusion):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="recommendations")
    number = models.PositiveSmallIntegerField()  # within the referral, from 1
    # Which wording of the criteria: a key of `referrals.deciding.criteria`.
    era = models.CharField(max_length=20)
    meeting_on = models.DateField(null=True)
    # All words: criteria, rationale, learning, family, media, dissent; see `deciding.wording`.
    said = EncryptedJSONField(of="referral_id", default=dict)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now=True)
    recommended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    recommended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    why_ended = EncryptedTextField(of="referral_id", default=str)

    class Meta(Conclusion.Meta):
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="recommendations_are_numbered", fields=("referral", "number")
            ),
            models.UniqueConstraint(
                name="one_current_recommendation",
                fields=("referral",),
                condition=Q(ended_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"Recommendation {self.number} on {self.referral}"

    @property
    def is_draft(self) -> bool:
        return self.recommended_at is None

    @property
    def dissents(self) -> list[tuple[str, str]]:
        """Who disagrees, by role or agency, and how."""
        parts = [(f"dissent_who_{n}", f"dissent_what_{n}") for n in range(MOST_DISSENTS)]
        pairs = [(self.said.get(who, ""), self.said.get(what, "")) for who, what in parts]
        return [(who, what) for who, what in pairs if who or what]

    def copied(self) -> dict[str, Any]:
        """What the next one begins with."""
        names = ("outcome", "review_type", "era", "meeting_on", "said")
        return {name: getattr(self, name) for name in names}


def current_recommendation(referral: Referral) -> PanelRecommendation | None:
    found = PanelRecommendation.objects.select_related("review_type", "recommended_by")
    return found.filter(referral=referral, ended_at=None).first()
