"""A case to talk through in training, written from a review: told so that nobody is known again."""

from django.db import models

from reviews.models.case_review import MARKUP, CaseReview
from tscb.common.content_version import bumps

NO_CHILD = "No name, place, school or date, and nothing by which a family could be known again."


class CaseScenario(models.Model):
    """A situation, what a group asks itself of it, and what the review found."""

    review = models.ForeignKey(CaseReview, on_delete=models.CASCADE, related_name="case_scenarios")
    order = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=120, help_text="What it is about, such as “A quiet week”.")
    scenario = models.TextField(max_length=4_000, help_text=f"{NO_CHILD} {MARKUP}")
    questions = models.TextField(
        "questions for discussion", max_length=2_000, help_text="One question a line."
    )
    found = models.TextField(
        "what the review found",
        max_length=4_000,
        help_text=f"For the trainer alone: it stands in the trainer’s guide. {MARKUP}",
    )

    class Meta:
        verbose_name = "case scenario"
        ordering = ["order", "pk"]
        triggers = bumps()

    def __str__(self) -> str:
        return self.title

    @property
    def asked(self) -> list[str]:
        """The questions, one by one."""
        return [line.strip() for line in self.questions.splitlines() if line.strip()]
