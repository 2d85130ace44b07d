"""Contact points that a worried person may call, and the hours in which they answer."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tscb.board.calling.contacts import ContactRole, Hours
from tscb.board.calling.phone import check_number
from tscb.board.models.number_guard import of_hours, of_numbers
from tscb.common.content_version import bumps
from tscb.common.publishing.proposable import Proposable

# After that staff are asked to call it once more (docs/decisions/0035).
CONFIRMED_FOR = timedelta(days=90)
NEEDED = (ContactRole.EMERGENCY, ContactRole.OFFICE_HOURS, ContactRole.OUT_OF_HOURS)


class Weekday(models.IntegerChoices):
    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


class ContactPointQuerySet(models.QuerySet["ContactPoint"]):
    def unconfirmed(self) -> Self:
        """Told to people, and nobody has said for long that they are right."""
        return self.filter(active=True, confirmed_at__lte=timezone.now() - CONFIRMED_FOR)

    def changing(self) -> Self:
        """A change waits for a second person."""
        return self.filter(proposed__isnull=False)


class ContactPoint(Proposable):
    """What set-up or an import entered has no writer; whatever people write takes two of them."""

    parts = ("hours",)  # versioned with it

    name = models.CharField(max_length=100, help_text="Who answers: a team, or the police.")
    number = models.CharField(
        max_length=30,
        validators=[check_number],
        help_text="As it should be shown, with spaces: 0161 496 0000.",
    )
    role = models.CharField(
        "when it applies",
        max_length=20,
        choices=ContactRole,
        help_text="Decides when the site tells people to call this number.",
    )
    note = models.CharField(
        "in words",
        max_length=200,
        blank=True,
        help_text="Shown beside the number, for example “Monday to Friday during office hours”. "
        "Keep it in step with the hours below.",
    )
    website = models.URLField(
        blank=True,
        help_text="For helplines that can be reached in writing, too. Shown beside the number.",
    )
    order = models.PositiveSmallIntegerField(default=0, help_text="Lower numbers come first.")
    active = models.BooleanField(default=True, help_text="Untick to stop showing this number.")

    # When somebody last said that it is right; a number counts as confirmed when it is entered.
    confirmed_at = models.DateTimeField(default=timezone.now, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True, editable=False)

    objects = ContactPointQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        triggers = [*bumps(), *of_numbers()]
        constraints = [
            models.CheckConstraint(
                name="board_number_two_people",
                condition=Q(checked_by__isnull=True)
                | Q(edited_by__isnull=True)
                | ~Q(checked_by=F("edited_by")),
            ),
            models.CheckConstraint(
                name="board_number_told_when_checked",
                condition=Q(active=False) | Q(edited_by__isnull=True) | Q(checked_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.number}"

    def clean(self) -> None:
        if self.pk and self.is_last_of_its_role():
            before = ContactPoint.objects.get(pk=self.pk)
            if not self.active or self.role != before.role:
                raise ValidationError(
                    f"This is the only number for “{before.get_role_display()}”. "
                    "Add another one first."
                )

    @property
    def is_unconfirmed(self) -> bool:
        return self.active and self.confirmed_at <= timezone.now() - CONFIRMED_FOR

    def problems_before_publishing(self) -> list[str]:
        """Whatever else waited and was checked meanwhile, each time that needs one has a number."""
        told = set(ContactPoint.objects.filter(active=True).values_list("role", flat=True))
        return [
            f"No number would be left for “{role.label}”." for role in NEEDED if role not in told
        ]

    def is_last_of_its_role(self) -> bool:
        """Whether the site would have no number left for a time that needs one."""
        saved = ContactPoint.objects.filter(pk=self.pk, active=True, role__in=NEEDED).first()
        if saved is None:
            return False
        alike = ContactPoint.objects.filter(active=True, role=saved.role)
        return not alike.exclude(pk=self.pk).exists()


class OpeningHours(models.Model):
    contact_point = models.ForeignKey(ContactPoint, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday)
    opens = models.TimeField()
    closes = models.TimeField(
        help_text="From this minute on the number counts as closed. For midnight enter 23:59."
    )

    class Meta:
        ordering = ["weekday", "opens"]
        triggers = [*bumps(), *of_hours()]
        verbose_name_plural = "opening hours"
        constraints = [
            models.CheckConstraint(
                name="board_hours_close_after_opening",
                condition=Q(closes__gt=F("opens")),
                violation_error_message="Closing has to come after opening, on the same day.",
            ),
            models.CheckConstraint(
                name="board_hours_weekday", condition=Q(weekday__in=Weekday.values)
            ),
            models.UniqueConstraint(
                fields=["contact_point", "weekday", "opens"],
                name="board_hours_once",
                violation_error_message="These hours are entered twice.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M} to {self.closes:%H:%M}"

    @property
    def stretch(self) -> Hours:
        return Hours(self.weekday, self.opens, self.closes)

    def clashes_with(self, other: "OpeningHours") -> bool:
        """Whether two stretches of one weekday run into each other."""
        return (
            self.weekday == other.weekday
            and self.opens < other.closes
            and other.opens < self.closes
        )
