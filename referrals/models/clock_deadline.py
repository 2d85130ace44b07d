"""The deadlines of a case: one for each rule that was in force when it was received, with the
version of the rule that it keeps for life.

Which days stand here follows from the case's events alone; referrals/clock/ counts them.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

from referrals.models.clock_rule import ClockRule
from referrals.models.referral import Referral, Referrals
from referrals.models.status import STOPS_CLOCKS
from tscb.common.encryption import EncryptedTextField

# What a list must not need a key for.
SEALED = (
    "moved_reason",
    *(f"referral__{name}" for name in ("answers", "unfinished", "return_email")),
)


class Deadlines(models.QuerySet["Deadline"]):
    def running(self) -> "Deadlines":
        """Begun and not met, whatever became of the case. Nobody waits for what has to last."""
        return self.filter(due_on__isnull=False, met_on=None, lasts=False)

    def open(self) -> "Deadlines":
        """What somebody still has to do something for, the most urgent first."""
        going_on = self.running().exclude(referral__status__in=STOPS_CLOCKS)
        return going_on.defer("moved_reason").order_by("due_on", "pk")

    def open_for(self, visible: Referrals) -> "Deadlines":
        """`visible`: the referrals of somebody's door. With rule and referral; nothing of them is
        decrypted."""
        seen = self.open().filter(referral__in=visible.order_by())
        return seen.select_related("rule", "referral").defer(*SEALED)

    def overdue(self, today: date) -> "Deadlines":
        return self.filter(due_on__lt=today)


class Deadline(models.Model):
    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="deadlines")
    rule = models.ForeignKey(ClockRule, on_delete=models.PROTECT, related_name="deadlines")
    lasts = models.BooleanField(default=False)  # as the rule has it
    starts_on = models.DateField(null=True)
    # As the rule counts, and as it holds: the two differ after a coordinator has moved it.
    counted_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    met_on = models.DateField(null=True)
    # With which bank holidays it was counted: others make it be counted anew.
    counted_with = models.CharField(max_length=16, blank=True)
    moved_at = models.DateTimeField(null=True)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    moved_reason = EncryptedTextField(of="referral_id", default=str)

    objects = Deadlines.as_manager()

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("referral", "rule"), name="one_deadline_a_rule"),
            models.CheckConstraint(
                name="deadline_is_due_once_it_has_begun",
                condition=Q(
                    starts_on=None, counted_on=None, due_on=None, met_on=None, moved_at=None
                )
                | Q(starts_on__isnull=False, counted_on__isnull=False, due_on__isnull=False),
            ),
            models.CheckConstraint(
                name="deadline_stays_as_counted_unless_moved",
                condition=Q(moved_at__isnull=False) | Q(due_on=None) | Q(due_on=F("counted_on")),
            ),
        )
        indexes = (
            models.Index(
                fields=("referral", "due_on"),
                name="deadlines_running",
                condition=Q(due_on__isnull=False, met_on=None, lasts=False),
            ),
            models.Index(
                fields=("due_on",),
                name="deadlines_by_day",
                condition=Q(due_on__isnull=False, met_on=None, lasts=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule.key} of {self.referral}"

    @property
    def is_moved(self) -> bool:
        return self.moved_at is not None


def with_next_due(referrals: Referrals) -> Referrals:
    """Each with `next_due_on`, the day of its most urgent open deadline, or None: to filter and to
    sort by in the database."""
    running = Deadline.objects.running().filter(referral=OuterRef("pk")).order_by("due_on")
    next_one = Subquery(running.values("due_on")[:1])
    stopped = When(status__in=STOPS_CLOCKS, then=Value(None, models.DateField()))
    return referrals.annotate(next_due_on=Case(stopped, default=next_one))
