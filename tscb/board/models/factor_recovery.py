"""Somebody has lost their second factor: who asks for them, which two colleagues confirm it, and
until when they may set up another one.

Two people, neither of them the one who lost it: the database insists on that, too.
"""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tscb.board.models.people import User

OPEN_FOR = timedelta(days=7)  # a request that nobody confirms ends
SET_UP_WITHIN = timedelta(hours=24)


class FactorRecoveries(models.QuerySet["FactorRecovery"]):
    def open(self) -> "FactorRecoveries":
        since = timezone.now() - OPEN_FOR
        return self.filter(state=FactorRecovery.State.ASKED, asked_at__gt=since)


class FactorRecovery(models.Model):
    class State(models.TextChoices):
        ASKED = "asked", "Waits for two colleagues"
        DONE = "done", "Second factor taken away"
        DROPPED = "dropped", "Dropped"

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    # Nobody: the person, with their password, at the sign-in.
    asked_by = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    first = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = FactorRecoveries.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                name="one_recovery_at_a_time", fields=("person",), condition=Q(state="asked")
            ),
            models.CheckConstraint(
                name="recovery_takes_two_others",
                condition=~Q(first=F("second")) & ~Q(first=F("person")) & ~Q(second=F("person")),
            ),
            models.CheckConstraint(
                name="recovery_done_by_two",
                condition=~Q(state="done") | Q(first__isnull=False, second__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"Recovery {self.pk}"

    def set_up_until(self) -> datetime | None:
        return self.ended_at and self.ended_at + SET_UP_WITHIN
