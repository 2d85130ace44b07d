"""Why a word on a page may stay, though it is like a name from the linked referral."""

from typing import Any, Self

from django.conf import settings
from django.db import models


class NameReasonQuerySet(models.QuerySet[Any]):
    def of(self, item: models.Model) -> Self:
        return self.filter(kind=item._meta.label_lower, object_id=item.pk)


class NameReason(models.Model):
    """`key` is the finding's: another word, or another field, needs a reason of its own."""

    kind = models.CharField(max_length=100, editable=False)
    object_id = models.BigIntegerField(editable=False)
    key = models.CharField(max_length=16, editable=False)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    at = models.DateTimeField(editable=False)

    objects = NameReasonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id", "key"], name="one_reason_a_word")
        ]

    def __str__(self) -> str:
        return self.reason
