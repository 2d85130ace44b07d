"""The rules that clocks run by, as data: what starts one, how long it runs, what meets it, whom to
tell, and where that is written. Each change makes a new version; a version never changes.
"""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from referrals.models.clock_event import ClockEvent
from tscb.board.roles import Role

LONGEST = 1000  # of any unit; more was mistyped
SWITCHES = ("id", "is_current", "is_active", "order")


class Unit(models.TextChoices):
    WORKING_DAYS = "working_days", "working days"
    CALENDAR_DAYS = "calendar_days", "calendar days"
    CALENDAR_MONTHS = "calendar_months", "calendar months"
    HOURS = "hours", "hours"


class Days(models.TextChoices):
    """Which days are working days for a rule."""

    STATUTORY = "statutory", "Monday to Friday but the bank holidays of England and Wales"
    BOARD = "board", "The same, but the days on which the board is closed"


class Basis(models.TextChoices):
    SOURCED = "sourced", "Read in its source"
    BACKGROUND = "background", "General knowledge: check the text of the guidance before relying"
    BOARD = "board", "The board’s own rule"


class ClockRules(models.QuerySet["ClockRule"]):
    def current(self) -> "ClockRules":
        """The newest version of each."""
        return self.filter(is_current=True)

    def in_force(self) -> "ClockRules":
        """What a referral that comes now is measured by."""
        return self.current().filter(is_active=True)


class ClockRule(models.Model):
    """One version of one rule. A negative length counts back from the day that starts it. Without
    an event that meets it, it is a time that something has to last."""

    key = models.SlugField(max_length=20)
    version = models.PositiveSmallIntegerField(default=1)
    is_current = models.BooleanField(default=True)
    is_active = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=100)
    title = models.CharField(max_length=120)
    rule_set = models.CharField(max_length=60)
    starts_with = models.CharField(max_length=30, choices=ClockEvent.choices)
    ends_with = models.CharField(max_length=30, choices=ClockEvent.choices, blank=True)
    length = models.SmallIntegerField(
        validators=[MinValueValidator(-LONGEST), MaxValueValidator(LONGEST)]
    )
    unit = models.CharField(max_length=20, choices=Unit.choices)
    days = models.CharField(max_length=20, choices=Days.choices, default=Days.STATUTORY)
    # How many working days before the day, and who; on the working day after it, and who.
    warn_days = models.PositiveSmallIntegerField(null=True, validators=[MaxValueValidator(60)])
    warned_roles = ArrayField(models.CharField(max_length=30, choices=Role.choices), default=list)
    overdue_roles = ArrayField(models.CharField(max_length=30, choices=Role.choices), default=list)
    source = models.CharField(max_length=200)
    source_page = models.URLField(blank=True)
    basis = models.CharField(max_length=20, choices=Basis.choices)
    note = models.TextField(blank=True, max_length=1000)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ClockRules.as_manager()

    class Meta:
        ordering = ("order", "key", "-version")
        constraints = (
            models.UniqueConstraint(fields=("key", "version"), name="clock_rules_are_versioned"),
            models.UniqueConstraint(
                fields=("key",), condition=Q(is_current=True), name="one_clock_rule_is_current"
            ),
            models.CheckConstraint(name="clock_rules_have_a_length", condition=~Q(length=0)),
        )
        triggers = (pgtrigger.ReadOnly(name="version_stays", exclude=list(SWITCHES)),)

    def __str__(self) -> str:
        return f"{self.key} version {self.version}"

    @property
    def lasts(self) -> bool:
        """A time that something has to last, not a day by which something is to be done."""
        return not self.ends_with

    @property
    def length_in_words(self) -> str:
        count, unit = abs(self.length), self.get_unit_display()
        words = f"{count} {unit.removesuffix('s') if count == 1 else unit}"
        return f"{words} before" if self.length < 0 else words
