"""Who sits on the panel for which agency, from when until when, and how many have to be there.

A seat that ended stays: it says who was there at meetings of its time. The rule for the quorum is a
row for each time it changed, so that an old meeting is judged by the rule of its own day.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tscb.board.models import Agency


class Part(models.TextChoices):
    """What somebody is on the panel. Advisers are heard, and are not counted."""

    CHAIR = "chair", "Chairs the panel"
    DEPUTY_CHAIR = "deputy_chair", "Chairs in the chair’s place"
    MEMBER = "member", "Member"
    ADVISER = "adviser", "Adviser, not counted"


CHAIRS = frozenset({Part.CHAIR, Part.DEPUTY_CHAIR})


class Seats(models.QuerySet["Seat"]):
    def on(self, day: date) -> "Seats":
        """Those who sit on the panel on that day."""
        lasting = Q(until=None) | Q(until__gte=day)
        return self.filter(lasting, since__lte=day).select_related("user", "agency")

    def of(self, user_id: int | None) -> "Seats":
        return self.filter(user_id=user_id)


class Seat(models.Model):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="panel_seats"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=20, choices=Part, default=Part.MEMBER)
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)

    objects = Seats.as_manager()

    class Meta:
        ordering = ("agency__order", "agency__name", "pk")
        constraints = (
            models.CheckConstraint(
                name="seat_ends_after_it_began",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
            models.UniqueConstraint(
                fields=("user",), condition=Q(until=None), name="one_lasting_seat_for_a_person"
            ),
        )

    def __str__(self) -> str:
        return f"Seat of {self.agency}"

    @property
    def is_counted(self) -> bool:
        return self.part != Part.ADVISER

    @property
    def can_chair(self) -> bool:
        return self.part in CHAIRS


class QuorumRules(models.QuerySet["QuorumRule"]):
    def in_force_on(self, day: date) -> "QuorumRule | None":
        return self.filter(since__lte=day).prefetch_related("agencies").order_by("-since").first()


class QuorumRule(models.Model):
    """`agencies`: those without which the panel cannot recommend. `since`: the first day of it."""

    since = models.DateField(unique=True)
    least = models.PositiveSmallIntegerField()
    needs_chair = models.BooleanField(default=True)
    agencies = models.ManyToManyField(Agency, related_name="+")
    set_at = models.DateTimeField(auto_now=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_sample = models.BooleanField(default=False)

    objects = QuorumRules.as_manager()

    class Meta:
        ordering = ("-since",)

    def __str__(self) -> str:
        return f"Quorum since {self.since}"
