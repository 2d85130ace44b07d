"""A published case review, in the order in which the national repository describes one."""

from datetime import date
from functools import cache
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.functional import cached_property

from reviews.models.vocabulary import Harm, ReviewType, Theme
from reviews.search.triggers import start_with_review
from tscb.board.models import Agency, BoardSettings
from tscb.common.content_version import bumps
from tscb.common.publishing.due import months_after
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


@cache
def list_address() -> str:
    """Above the addresses of all reviews; a list would look it up for each of its rows."""
    return reverse("reviews:list")


def named(model: type[models.Model], sorted_by_it: str = "reviews") -> ArraySubquery:
    """The words of one kind that sort a review, each with its name and address."""
    words = model._default_manager.filter(**{sorted_by_it: OuterRef("pk")})
    return ArraySubquery(words.values(word=JSONObject(name="name", slug="slug")))


def sorting_words() -> JSONObject:
    return JSONObject(themes=named(Theme), harms=named(Harm), agencies=named(Agency))


class CaseReviewQuerySet(PublishableQuerySet["CaseReview"]):
    def for_lists(self) -> Self:
        """With what a list shows, and without the long texts."""
        return self.select_related("review_type").only(
            "title", "slug", "summary", "status", "published_at", "is_sample", "age_band",
            "review_type__name", "review_type__slug",
        )  # fmt: skip

    def for_reading(self) -> Self:
        """With all that the page of a review needs of this table and its words."""
        return self.select_related("review_type").annotate(terms=sorting_words())


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

    parts = ("learning_points", "recommendations", "case_scenarios")
    apart = ("documents",)
    report_hit: Any = None  # the best page of its reports, put here by a search

    objects = CaseReviewQuerySet.as_manager()  # type: ignore[misc]  # narrower than the base

    class Meta(Publishable.Meta):
        verbose_name = "case review"
        indexes = [
            *Publishable.Meta.indexes,
            GinIndex(OpClass(F("title"), "gin_trgm_ops"), name="reviews_casereview_spelling"),
            models.Index(fields=["review_type", "-published_at"], name="reviews_casereview_type"),
        ]
        triggers = [*start_with_review(), *bumps()]

    def get_absolute_url(self) -> str:
        return f"{list_address()}{self.slug}/"

    @property
    def in_brief(self) -> str:
        return self.summary

    @cached_property
    def terms(self) -> dict[str, list[dict[str, str]]]:
        """Its themes, harms and agencies; read together with the row by `for_reading`."""
        return type(self).objects.values_list(sorting_words(), flat=True).get(pk=self.pk)

    def due_after(self, start: date) -> date:
        """When the report has to be looked at again: the period is the board's to set."""
        return months_after(start, BoardSettings.current().publication_months)

    def note_completeness(self) -> None:
        """How far its recommendations are follows from their actions, whatever a version says."""
        for recommendation in self.recommendations.prefetch_related("actions"):
            recommendation.follow_actions()

    def problems_before_publishing(self) -> list[str]:
        problems = []
        if not self.what_happened.strip():
            problems.append("Say what happened before publishing.")
        if not self.learning_points.exists():
            problems.append("Add at least one learning point before publishing.")
        return problems
