"""That the chain over the audit was gone through: when, for whom, and what was found."""

from django.conf import settings
from django.db import models


class AuditCheck(models.Model):
    asked_at = models.DateTimeField(auto_now_add=True)
    # Nobody: the site itself does it once a day.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    # Where the chain ended then, and how many faults there were; the first of them in words.
    place = models.BigIntegerField(default=0)
    faults = models.PositiveIntegerField(default=0)
    first_fault = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"Check of the audit {self.pk}"
