"""What the independent chair decided, whom the board then tells, and how a case was closed."""

from django.db import models
from django.db.models import Q

from referrals.models.outcome import Outcome
from referrals.models.recommendation import Conclusion, PanelRecommendation
from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedJSONField, EncryptedTextField


class ChairDecision(Conclusion):
    """A draft until `decided_at`. One that was taken back stays as it was."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="decisions")
    recommendation = models.ForeignKey(
        PanelRecommendation, on_delete=models.CASCADE, related_name="decisions"
    )
    agrees = models.BooleanField(null=True)
    # The chair's reasons and the next steps.
    said = EncryptedJSONField(of="referral_id", default=dict)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    why_ended = EncryptedTextField(of="referral_id", default=str)

    class Meta(Conclusion.Meta):
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                name="one_current_decision", fields=("referral",), condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="decided_on_and_at_together",
                condition=Q(decided_on=None, decided_at=None)
                | Q(decided_on__isnull=False, decided_at__isnull=False, agrees__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"Decision on {self.referral}"


def current_decision(referral: Referral) -> ChairDecision | None:
    """The chair's draft included."""
    found = ChairDecision.objects.select_related("review_type", "written_by", "recommendation")
    return found.filter(referral=referral, ended_at=None).first()


def decision_of(referral: Referral) -> ChairDecision | None:
    """What was decided. None for a case of which the day alone was kept."""
    decision = current_decision(referral)
    return decision if decision and decision.decided_at else None


class ToTell(models.Model):
    """Somebody who is told of a decision. The list is data: staff change it."""

    key = models.SlugField(max_length=50, unique=True)
    name = models.CharField(max_length=200)
    # For people: which rule asks for it, and in which era.
    rule = models.CharField(max_length=300, blank=True)
    # Until when, counted from the decision; empty where no rule says.
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    in_working_days = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=100)
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ("order", "name")

    def __str__(self) -> str:
        return self.name


class Telling(models.Model):
    """That somebody is to be told of one decision, until when, and on which day it was done."""

    decision = models.ForeignKey(ChairDecision, on_delete=models.CASCADE, related_name="tellings")
    to_tell = models.ForeignKey(ToTell, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    told_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("to_tell__order", "to_tell__name")
        constraints = (models.UniqueConstraint(name="told_once", fields=("decision", "to_tell")),)

    def __str__(self) -> str:
        return f"{self.to_tell}, {self.decision}"


class Closing(models.Model):
    """One closing of a case, and, if it was opened again, why."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="closings")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    why = EncryptedTextField(of="referral_id")
    closed_at = models.DateTimeField(auto_now_add=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    why_reopened = EncryptedTextField(of="referral_id", default=str)
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-closed_at",)
        constraints = (
            models.UniqueConstraint(
                name="closed_once_at_a_time", fields=("referral",), condition=Q(reopened_at=None)
            ),
        )

    def __str__(self) -> str:
        return f"Closing of {self.referral}"
