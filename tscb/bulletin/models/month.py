"""How many get the e-bulletin, by month: numbers that stay when people are deleted."""

from django.db import models


class SubscriberMonth(models.Model):
    """`subscribers` at the end of the month, or now in the month that runs."""

    month = models.DateField(unique=True)  # its first day
    subscribers = models.PositiveIntegerField(default=0)
    joined = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    bounced = models.PositiveIntegerField(default=0)  # stopped because nothing came through
    is_sample = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["month"]
        verbose_name = "month of subscribers"
        verbose_name_plural = "subscribers"

    def __str__(self) -> str:
        return f"{self.month:%B %Y}"
