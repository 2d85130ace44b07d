"""What a case review teaches: learning points, and recommendations with their owners."""

from datetime import datetime
from typing import Any

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F

from reviews.models.case_review import MARKUP, CaseReview
from reviews.models.closing import notes_closing
from reviews.search.triggers import refresh_after_changes
from tscb.common.content_version import bumps


class LearningPoint(models.Model):
    """One thing that was learned."""

    review = models.ForeignKey(CaseReview, on_delete=models.CASCADE, related_name="learning_points")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(max_length=5_000, help_text=MARKUP)

    class Meta:
        ordering = ["order", "pk"]
        indexes = [
            GinIndex(OpClass(F("text"), "gin_trgm_ops"), name="reviews_learningpoint_spelling")
        ]
        triggers = [*refresh_after_changes(), *bumps()]

    def __str__(self) -> str:
        return self.text[:80]


class Recommendation(models.Model):
    """What is to change, who sees to it, and how far it is."""

    class Progress(models.TextChoices):
        NOT_STARTED = "not started", "Not started"
        UNDER_WAY = "under way", "Under way"
        DONE = "done", "Done"
        NOT_ACCEPTED = "not accepted", "Not accepted"

    CLOSED = (Progress.DONE.value, Progress.NOT_ACCEPTED.value)

    review = models.ForeignKey(CaseReview, on_delete=models.CASCADE, related_name="recommendations")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.TextField(max_length=5_000, help_text=MARKUP)
    owner = models.CharField(max_length=200, blank=True, help_text="The agency that sees to it.")
    due = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=Progress, default=Progress.NOT_STARTED)
    evidence = models.TextField(
        "what was done", max_length=5_000, blank=True, help_text="What shows that it is done."
    )
    # Written by the database (closing.py); none where it was closed before it came here.
    closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["order", "pk"]
        triggers = [*refresh_after_changes(), *bumps(), notes_closing()]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def tracking(self) -> dict[str, Any]:
        """How far its actions are, where they were asked for (`reviews.progress.tracked`)."""
        return in_short(getattr(self, "actions_told", []))

    def follow_actions(self) -> None:
        """One with actions is as far as they are; one without keeps what staff chose."""
        status = progress_of({action.state for action in self.actions.all()})
        if status and status != self.status:
            type(self).objects.filter(pk=self.pk).update(status=status)

    @property
    def colour(self) -> str:
        """Of the tag that shows the status."""
        return {"under way": "blue", "done": "green"}.get(self.status, "grey")


def progress_of(states: set[str]) -> Recommendation.Progress | None:
    """What the states of its actions make of a recommendation; None where there are none."""
    progress = Recommendation.Progress
    if not states:
        return None
    if states <= {"done", "not going ahead"}:
        return progress.DONE if "done" in states else progress.NOT_ACCEPTED
    return progress.NOT_STARTED if states == {"not started"} else progress.UNDER_WAY


def in_short(told: list[dict[str, Any]]) -> dict[str, Any]:
    """Of the actions of one recommendation: their number, those done, the newest change."""
    return {
        "number": len(told),
        "done": sum(one["state"] == "done" for one in told),
        "changed": max((datetime.fromisoformat(one["changed_at"]) for one in told), default=None),
        "words": [one["words"] for one in told if one["words"]],
    }
