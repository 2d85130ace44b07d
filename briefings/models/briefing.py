"""A 7 minute briefing: the one-page form in which teams take the learning in."""

from functools import cache
from typing import Self

from django.db import models
from django.urls import reverse

from reviews.models import CaseReview, Theme
from reviews.search.triggers import start_entry
from tscb.board.models import Agency
from tscb.common.content_version import bumps
from tscb.common.publishing.models import Publishable, PublishableQuerySet

SECTIONS = 7


class Variant(models.TextChoices):
    CASE = "case", "About a case"
    THEME = "theme", "About a theme"


@cache
def list_address() -> str:
    """Above the addresses of all briefings; a list would look it up for each of its rows."""
    return reverse("briefings:list")


class BriefingQuerySet(PublishableQuerySet["Briefing"]):
    def for_lists(self) -> Self:
        """With what a list shows, and nothing else."""
        return self.only(
            "title", "slug", "overview", "variant", "status", "published_at", "is_sample"
        )


class Briefing(Publishable):
    """Seven short sections and questions for the team."""

    variant = models.CharField("kind", max_length=10, choices=Variant, default=Variant.CASE)
    overview = models.TextField(
        max_length=1_000, blank=True, help_text="Two or three sentences for lists and the top."
    )
    needs_completing = models.BooleanField(
        default=False,
        editable=False,
        help_text="It has fewer than seven sections: an editor has still to complete it.",
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="briefings")
    reviews = models.ManyToManyField(
        CaseReview, blank=True, related_name="briefings", verbose_name="case reviews"
    )
    agencies = models.ManyToManyField(
        Agency,
        blank=True,
        related_name="briefings",
        help_text="Those whose teams should talk it through.",
    )

    parts = ("sections", "questions", "resources")
    apart = ("documents",)

    objects = BriefingQuerySet.as_manager()  # type: ignore[misc]  # narrower than the base

    class Meta(Publishable.Meta):
        verbose_name = "7 minute briefing"
        triggers = [
            *start_entry("briefings", ("title", "overview"), ("variant",)),
            *bumps(),
        ]

    def get_absolute_url(self) -> str:
        return f"{list_address()}{self.slug}/"

    @property
    def in_brief(self) -> str:
        return self.overview

    def problems_before_publishing(self) -> list[str]:
        """A draft may have empty sections; what is public has seven that are written."""
        names = {section.number: f", “{section.heading}”," for section in self.sections.all()}
        empty = set(range(1, SECTIONS + 1)) - self.written_sections()
        return [
            f"Section {number}{names.get(number, '')} is empty: a 7 minute briefing has exactly "
            "seven sections."
            for number in sorted(empty)
        ]

    def written_sections(self) -> set[int]:
        """The numbers of the sections that say something."""
        return {section.number for section in self.sections.all() if section.text.strip()}

    def note_completeness(self) -> None:
        """To be called whenever sections were written."""
        self.needs_completing = len(self.written_sections()) < SECTIONS
        self.save(update_fields=["needs_completing"])
