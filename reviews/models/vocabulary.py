"""The board's own words for sorting case reviews: types, themes and harms. All are data."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Subquery
from django.urls import reverse

from tscb.common.content_version import bumps
from tscb.common.publishing.addresses import Addressed


class Term(models.Model):
    """A word with an address, that staff may add, rename and put in order."""

    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField("address", max_length=100, unique=True)
    order = models.PositiveSmallIntegerField(default=100, help_text="Smaller numbers come first.")

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name


class ReviewType(Term):
    """One of the kinds of review that the panel can recommend."""

    description = models.TextField(blank=True, help_text="One or two sentences for the public.")
    is_offered = models.BooleanField(
        "the panel may recommend it",
        default=True,
        help_text="Untick what belongs to former guidance. Published reviews keep their type.",
    )

    class Meta(Term.Meta):
        triggers = bumps()


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Looks at whatever has themes, in whichever app: reviews, briefings, research, resources."""

    def published(self, at: Any = None) -> Self:
        """The themes of which the public finds something."""
        found = Q()
        for things in self._public_things(at).values():
            found |= Q(Exists(things))
        return self.filter(found)

    def with_counts(self) -> Self:
        """With `number_of_reviews`, `number_of_briefings` and the like: what the public finds."""
        return self.annotate(
            **{
                f"number_of_{name}": counted(things)
                for name, things in self._public_things().items()
            }
        )

    def _public_things(self, at: Any = None) -> dict[str, models.QuerySet[Any]]:
        """By the name that the relation has here: what points at a theme without one, such as
        what a subscriber wants to hear of, is not for the public."""
        return {
            relation.name: public(relation.related_model, at).filter(themes=OuterRef("pk"))
            for relation in self.model._meta.related_objects
            if not relation.hidden
        }


def public(model: Any, at: Any = None) -> models.QuerySet[Any]:
    """All rows of a model without a door of its own."""
    rows = model._default_manager.order_by()
    return rows.published(at) if hasattr(rows, "published") else rows


def counted(rows: models.QuerySet[Any]) -> Subquery:
    """The number of rows, as a part of another question."""
    return Subquery(rows.annotate(number=Func(F("pk"), function="count")).values("number"))


class Theme(Term, Addressed):
    """What a review or a briefing is about, such as neglect or information sharing."""

    description = models.TextField(blank=True, help_text="One or two sentences for the public.")
    is_sample = models.BooleanField(default=False, editable=False)

    objects = ThemeQuerySet.as_manager()

    class Meta(Term.Meta):
        triggers = bumps()

    def get_absolute_url(self) -> str:
        return reverse("themes:detail", args=[self.slug])


class Harm(Term):
    """A kind of harm that a child came to."""

    is_sample = models.BooleanField(default=False, editable=False)

    class Meta(Term.Meta):
        triggers = bumps()
