"""What a worried person has to know, in the languages that are spoken here."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from tscb.common.content_version import bumps

SENTENCES = ("in_danger", "worried", "interpreter")
NOT_CHECKED = (
    "The words were changed: enter the day on which a speaker of the language checked them as they "
    "stand now, or leave it empty until somebody has."
)


class Direction(models.TextChoices):
    LEFT_TO_RIGHT = "ltr", "From left to right"
    RIGHT_TO_LEFT = "rtl", "From right to left"


class WordsInLanguageQuerySet(models.QuerySet["WordsInLanguage"]):
    def shown(self) -> Self:
        """To the public: what a speaker has checked, and on a sample site what is marked so."""
        return self.filter(Q(checked_on__isnull=False) | Q(is_sample=True), published=True)


class WordsInLanguage(models.Model):
    """Three sentences, each before the numbers that the site knows: no number is written here."""

    name = models.CharField("language, in English", max_length=50)
    own_name = models.CharField(
        "its own name", max_length=50, help_text="As its readers know it, for example “Polski”."
    )
    code = models.CharField(
        "code of the language",
        max_length=20,
        unique=True,
        validators=[RegexValidator(r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", "Enter a code like pl")],
        help_text="For example pl, ur, pa or zh-Hans: with it a screen reader reads it aloud.",
    )
    direction = models.CharField(
        "is written", max_length=3, choices=Direction, default=Direction.LEFT_TO_RIGHT
    )
    in_danger = models.CharField(
        "in danger", max_length=200, help_text="“If a child is in danger now, call:”"
    )
    worried = models.CharField(
        "worried", max_length=200, help_text="“If you are worried about a child, call:”"
    )
    interpreter = models.CharField(
        "interpreter",
        max_length=200,
        help_text="“You can speak in your own language. Say in English: ‘Polish, please.’”",
    )
    checked_on = models.DateField(
        "checked by a speaker on",
        null=True,
        blank=True,
        help_text="By somebody who speaks it at home and knows what the sentences have to say. "
        "Left empty, the public is not shown them.",
    )
    checked_by = models.CharField(
        "checked by", max_length=100, blank=True, help_text="For colleagues. Never shown."
    )
    published = models.BooleanField(default=True, help_text="Untick to stop showing them.")
    order = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    is_sample = models.BooleanField(default=False, editable=False)

    objects = WordsInLanguageQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        triggers = bumps()
        verbose_name = verbose_name_plural = "words in other languages"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A check holds for the words that were checked, not for those that came after."""
        before = type(self).objects.filter(pk=self.pk).first()
        if before is None or not self.checked_on or self.checked_on != before.checked_on:
            return
        if self._sentences() != before._sentences():
            raise ValidationError({"checked_on": NOT_CHECKED})

    def _sentences(self) -> list[Any]:
        return [getattr(self, sentence) for sentence in SENTENCES]
