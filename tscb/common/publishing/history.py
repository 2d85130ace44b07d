"""The history of what staff write: who, when, what, and the whole text after each save.

Append-only: the database refuses to change or remove a row, but for purging.py. An entry with
content is a version. Anything can have a history, not only what is published (contact
points have one too).
"""

import hashlib
import json
from typing import Any, Self

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from tscb.common.publishing.append_only import append_only


class HistoryQuerySet(models.QuerySet["HistoryEntry"]):
    def of(self, item: models.Model) -> Self:
        return self.filter(kind=item._meta.label_lower, object_id=item.pk)

    def versions(self) -> Self:
        return self.filter(content__isnull=False)


class HistoryEntry(models.Model):
    """One event; `content` is what `content.snapshot()` took, `digest` its fingerprint."""

    kind = models.CharField(max_length=100)
    object_id = models.BigIntegerField()
    event = models.CharField(max_length=500)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    content: Any = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    digest = models.CharField(max_length=64, blank=True)

    objects = HistoryQuerySet.as_manager()

    class Meta:
        app_label = "common"
        ordering = ["-pk"]
        verbose_name_plural = "history entries"
        indexes = [models.Index(fields=["kind", "object_id", "-id"], name="history_of_item")]
        triggers = [append_only()]

    def __str__(self) -> str:
        return self.event


def digest_of(content: dict[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def record(item: models.Model, event: str, *, by: Any, content: Any = None) -> HistoryEntry:
    """Adds an entry as part of the caller's transaction; `by` is None for an import."""
    return HistoryEntry.objects.create(
        kind=item._meta.label_lower,
        object_id=item.pk,
        event=event[:500],
        by=by,
        content=content,
        digest=digest_of(content) if content is not None else "",
    )


def keep_found(item: models.Model, content: dict[str, Any]) -> None:
    """Keeps what stands there unless the history has it: an import, or somebody with a database
    tool, may have written since."""
    if not HistoryEntry.objects.of(item).filter(digest=digest_of(content)).exists():
        record(item, "Found as it was before this change", by=None, content=content)
