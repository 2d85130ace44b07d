"""A published case review, in the order in which the national repository describes one."""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import models
from django.urls import reverse

from reviews.models.vocabulary import Harm, ReviewType, Theme
from tscb.board.models import Agency
from tscb.common.publishing.models import Publishable, PublishableQuerySet

MARKUP = "Paragraphs, lists with “-”, **bold** and links."


class AgeBand(models.TextChoices):
    """Never an exact age: a band cannot be matched with a newspaper."""

    UNBORN = "unborn", "Unborn"
    UNDER_1 = "0-1", "Under 1"
    FROM_1 = "1-5", "1 to 5"
    FROM_6 = "6-10", "6 to 10"
    FROM_11 = "11-15", "11 to 15"
    FROM_16 = "16-17", "16 to 17"
    NOT_STATED = "not stated", "Not stated"


class CaseReviewQuerySet(PublishableQuerySet["CaseReview"]):
    def for_lists(self) -> Self:
        """With what a list shows, and without the long texts."""
        return self.select_related("review_type").only(
            "title", "slug", "summary", "status", "published_at", "is_sample", "age_band",
            "review_type__name", "review_type__slug",
        )  # fmt: skip

    def search(self, words: str) -> Self:
        return self.filter(search=SearchQuery(words, search_type="websearch", config="english"))


class CaseReview(Publishable):
    """What happened to a child, what was learned, and what is to change."""

    review_type = models.ForeignKey(
        ReviewType, on_delete=models.PROTECT, related_name="reviews", verbose_name="type of review"
    )
    board_name = models.CharField(
        "board", max_length=200, blank=True, help_text="Only if another board made the review."
    )
    summary = models.TextField(
        max_length=2_000, help_text="What a reader in a hurry must know, in plain words."
    )
    what_happened = models.TextField(max_length=20_000, blank=True, help_text=MARKUP)
    method = models.TextField(
        "how the review was done", max_length=20_000, blank=True, help_text=MARKUP
    )
    response = models.TextField(
        "the board’s response", max_length=20_000, blank=True, help_text=MARKUP
    )
    age_band = models.CharField(
        "age of the child", max_length=10, choices=AgeBand, default=AgeBand.NOT_STATED
    )
    source = models.URLField("source", max_length=500, blank=True, help_text="Where it came from.")
    themes = models.ManyToManyField(Theme, blank=True, related_name="reviews")
    agencies = models.ManyToManyField(Agency, blank=True, related_name="reviews")
    harms = models.ManyToManyField(Harm, blank=True, related_name="reviews")
    search = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="english")
        + SearchVector("summary", weight="B", config="english")
        + SearchVector("what_happened", weight="C", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
        editable=False,
    )

    objects = CaseReviewQuerySet.as_manager()  # type: ignore[misc]  # narrower than the base

    class Meta(Publishable.Meta):
        verbose_name = "case review"
        indexes = [
            *Publishable.Meta.indexes,
            GinIndex(fields=["search"], name="reviews_casereview_search"),
            models.Index(fields=["review_type", "-published_at"], name="reviews_casereview_type"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("reviews:detail", args=[self.slug])

    def problems_before_publishing(self) -> list[str]:
        problems = []
        if not self.what_happened.strip():
            problems.append("Say what happened before publishing.")
        if not self.learning_points.exists():
            problems.append("Add at least one learning point before publishing.")
        return problems
