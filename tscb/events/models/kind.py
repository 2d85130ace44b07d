"""The kinds of learning event, which are data: a Learning Review, a practice update, training."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from reviews.models.vocabulary import Term
from tscb.common.content_version import bumps

MOST_MONTHS = 36


class EventKind(Term):
    """With the rules for what is kept of those who came, and when they are asked what changed."""

    description = models.TextField(
        max_length=500, blank=True, help_text="One or two sentences for the public."
    )
    months_kept = models.PositiveSmallIntegerField(
        "months that bookings are kept",
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
        help_text="After an event. Then names and addresses are deleted and numbers stay.",
    )
    feedback_weeks = models.PositiveSmallIntegerField(
        "weeks until feedback is asked",
        default=6,
        validators=[MaxValueValidator(26)],
        help_text="After an event, those who came are asked once what changed. 0: never.",
    )

    class Meta(Term.Meta):
        verbose_name = "kind of event"
        verbose_name_plural = "kinds of events"
        triggers = bumps()
