"""How far a referral has come with the panel: the day of its meeting, the day of the decision.

What was decided, and why, does not stand here.
"""

from django.db import models
from django.db.models import F, Q

from referrals.models.referral import Referral


class PanelDates(models.Model):
    referral = models.OneToOneField(Referral, on_delete=models.CASCADE, related_name="panel_dates")
    meeting_on = models.DateField()
    decided_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="decided_on_or_after_the_meeting",
                condition=Q(decided_on=None) | Q(decided_on__gte=F("meeting_on")),
            ),
        )

    def __str__(self) -> str:
        return f"Meeting on {self.meeting_on}"


def panel_dates_of(referral: Referral) -> PanelDates | None:
    """None until the referral has been put before the panel."""
    return getattr(referral, "panel_dates", None)
