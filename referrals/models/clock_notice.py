"""That somebody was told of a deadline by mail: once before it, once after it, for each day that it
was due on. The row is written with the mail, so that no crash sends it twice."""

from django.conf import settings
from django.db import models

from referrals.models.clock_deadline import Deadline


class Occasion(models.TextChoices):
    AHEAD = "ahead", "Before it is due"
    OVERDUE = "overdue", "Overdue"


class DeadlineNotice(models.Model):
    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="notices")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=10, choices=Occasion.choices)
    due_on = models.DateField()  # moved to another day, it is told anew
    told_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("deadline", "user", "occasion", "due_on"), name="told_once_of_a_deadline"
            ),
        )
        indexes = (models.Index(fields=("user", "told_on"), name="told_on_a_day"),)

    def __str__(self) -> str:
        return f"{self.get_occasion_display()}: {self.due_on}"
