"""What agencies do to carry out a review's recommendations, each with its owner, day and evidence.

Its wording and evidence are internal. What the public reads of it is its state, and the words in
`public_evidence` once a second person has released them.
"""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from reviews.models.case_review import CaseReview
from reviews.models.learning import Recommendation
from tscb.board.models import Agency
from tscb.common.content_version import bumps

NO_NAMES = "Never a name, and nothing of the case."
NO_EVIDENCE = "Say what shows that it is done, or why it does not go ahead."


class ActionQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.filter(state__in=Action.OPEN)

    def overdue(self) -> Self:
        return self.open().filter(due__lt=timezone.localdate())


class Action(models.Model):
    """One thing that one agency does."""

    class State(models.TextChoices):
        NOT_STARTED = "not started", "Not started"
        UNDER_WAY = "under way", "In progress"
        DONE = "done", "Done"
        NOT_GOING_AHEAD = "not going ahead", "Not going ahead"

    OPEN = (State.NOT_STARTED.value, State.UNDER_WAY.value)

    review = models.ForeignKey(CaseReview, on_delete=models.CASCADE, related_name="actions")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions"
    )
    text = models.TextField("what is to be done", max_length=2_000, help_text=NO_NAMES)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="actions")
    owner_role = models.CharField(
        "owner’s role", max_length=200, help_text="A role, such as “head of midwifery”."
    )
    due = models.DateField()
    state = models.CharField(max_length=20, choices=State, default=State.NOT_STARTED)
    evidence = models.TextField(
        "evidence", max_length=5_000, blank=True,
        help_text=f"What shows that it is done, or why it does not go ahead. Internal. {NO_NAMES}",
    )  # fmt: skip
    evidence_kept = models.CharField(
        "where the evidence is kept", max_length=300, blank=True,
        help_text="For example, the agency’s audit file and its number. Internal.",
    )  # fmt: skip
    public_evidence = models.TextField(
        "what the public may read", max_length=2_000, blank=True,
        help_text=f"Shown with the recommendation once a second person has released it. {NO_NAMES}",
    )  # fmt: skip
    public_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False,
        related_name="+",
    )  # fmt: skip
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False,
        related_name="+",
    )  # fmt: skip
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]
        triggers = bumps()
        indexes = [models.Index(fields=["state", "due"], name="reviews_actions_due")]
        constraints = [
            models.CheckConstraint(
                name="action_done_has_evidence",
                condition=~Q(state__in=["done", "not going ahead"]) | ~Q(evidence=""),
                violation_error_message=NO_EVIDENCE,
            ),
            models.CheckConstraint(
                name="action_released_by_second_person",
                condition=Q(released_by=None) | ~Q(released_by=F("public_by")),
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due < timezone.localdate()

    @property
    def shown_evidence(self) -> str:
        """What the public reads: nothing until it was released."""
        return self.public_evidence if self.released_by_id else ""

    @property
    def colour(self) -> str:
        if self.is_overdue:
            return "red"
        return {"under way": "blue", "done": "green"}.get(self.state, "grey")
