"""The way from a decided case to its published review: plan, steps, and what it has to wait for.

The review itself lies in the reviews app; the public side never reads these tables.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from referrals.models.referral import Referral
from reviews.models import CaseReview
from tscb.board.models import User
from tscb.common.encryption import EncryptedJSONField, EncryptedTextField


class ReviewPlan(models.Model):
    referral = models.OneToOneField(Referral, on_delete=models.CASCADE, related_name="review_plan")
    review = models.OneToOneField(CaseReview, on_delete=models.PROTECT, related_name="+")
    # Terms of reference, reviewer, independence, methodology.
    said = EncryptedJSONField(of="referral_id", default=dict)
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Review of {self.referral}"


class Step(models.TextChoices):
    """Milestones, in their order."""

    REVIEWER = "reviewer", "Reviewer appointed"
    TERMS = "terms", "Terms of reference agreed"
    STARTED = "started", "Review started"
    PRACTITIONERS = "practitioners", "Practitioners met"
    FAMILY = "family", "Family met"
    DRAFT = "draft", "Draft report read by the panel"
    SIGNED_OFF = "signed-off", "Report signed off by the board"
    SENT = "sent", "Report sent before publication"
    PUBLISHED = "published", "Published"


class Milestone(models.Model):
    plan = models.ForeignKey(ReviewPlan, on_delete=models.CASCADE, related_name="milestones")
    step = models.CharField(max_length=20, choices=Step.choices)
    planned_on = models.DateField(null=True)
    done_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(name="each_step_once", fields=("plan", "step")),)

    def __str__(self) -> str:
        return f"{self.get_step_display()}, {self.plan}"


class Embargo(models.Model):
    """That a review is not to be published before a day, or before somebody lifts it, and why."""

    plan = models.ForeignKey(ReviewPlan, on_delete=models.CASCADE, related_name="embargoes")
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+")
    # Empty: until it is lifted.
    until = models.DateField(null=True)
    why = EncryptedTextField(of="referral_id")
    look_again_on = models.DateField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    why_lifted = EncryptedTextField(of="referral_id", default=str)

    class Meta:
        ordering = ("-set_at",)
        constraints = (
            models.UniqueConstraint(
                name="one_embargo_at_a_time", fields=("plan",), condition=Q(lifted_at=None)
            ),
        )

    def __str__(self) -> str:
        return f"Embargo on {self.plan}"

    @property
    def holds(self) -> bool:
        is_over = self.until is not None and self.until <= timezone.localdate()
        return self.lifted_at is None and not is_over

    @property
    def is_to_be_looked_at(self) -> bool:
        return self.holds and self.look_again_on <= timezone.localdate()


class NeutralWord(models.Model):
    """A word that a review can be called by. Each is used once; the list is the board's."""

    word = models.SlugField(max_length=40, unique=True)
    used_at = models.DateTimeField(null=True)
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ("word",)

    def __str__(self) -> str:
        return self.word
