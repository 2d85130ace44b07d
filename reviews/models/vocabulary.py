"""The board's own words for sorting case reviews: types, themes and harms. All are data."""

from django.db import models


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


class Theme(Term):
    """What a review or a briefing is about, such as neglect or information sharing."""

    description = models.TextField(blank=True, help_text="One or two sentences for the public.")
    is_sample = models.BooleanField(default=False, editable=False)


class Harm(Term):
    """A kind of harm that a child came to."""

    is_sample = models.BooleanField(default=False, editable=False)
