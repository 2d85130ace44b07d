"""What somebody had typed when they were asked to sign in again: kept for an hour, for them alone.

The text is sealed with a key made of the address that leads to it, and the table holds the digest
of that address only. So neither the table nor a backup of it gives the text to anybody.
"""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from tscb.board.models.people import User

KEPT_FOR = timedelta(hours=1)


def end() -> datetime:
    return timezone.now() + KEPT_FOR


class KeptForms(models.QuerySet["KeptForm"]):
    def usable(self) -> "KeptForms":
        return self.filter(expires_at__gt=timezone.now())

    def spent(self) -> "KeptForms":
        return self.filter(expires_at__lte=timezone.now())


class KeptForm(models.Model):
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(default=end, db_index=True)

    objects = KeptForms.as_manager()

    def __str__(self) -> str:
        return f"Form kept until {self.expires_at}"
