"""The headings that new briefings begin with."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from briefings.models.briefing import SECTIONS, Variant


class UsualHeading(models.Model):
    """What one of the seven sections is usually called in a briefing of one kind."""

    variant = models.CharField("kind", max_length=10, choices=Variant, editable=False)
    number = models.PositiveSmallIntegerField(
        editable=False, validators=[MinValueValidator(1), MaxValueValidator(SECTIONS)]
    )
    heading = models.CharField(max_length=100)

    class Meta:
        ordering = ["variant", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["variant", "number"], name="briefings_usual_heading_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_variant_display()}, {self.number}: {self.heading}"
