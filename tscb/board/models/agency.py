"""The agencies that work with children here: who refers, who answers, whom a review involved."""

from django.db import models

from tscb.board.calling.phone import check_number
from tscb.common.content_version import bumps

LAST = 500  # what content that comes in names for the first time stands below the board's own


class Agency(models.Model):
    name = models.CharField(max_length=100, unique=True)
    slug = models.SlugField("address", max_length=100, unique=True)
    order = models.PositiveSmallIntegerField(
        default=LAST, help_text="Lower numbers come first in lists."
    )
    active = models.BooleanField(
        default=True, help_text="Untick for an agency that is no more; old reviews keep its name."
    )

    summaries_email = models.EmailField(
        "mailbox for summaries",
        blank=True,
        help_text="Where the panel asks this agency what it knows of a case. Never public.",
    )
    summaries_phone = models.CharField(
        "telephone for summaries",
        max_length=40,
        blank=True,
        validators=[check_number],
        help_text="Whom the coordinator rings when a summary is late. Never public.",
    )

    class Meta:
        ordering = ["order", "name"]
        triggers = bumps()
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name
