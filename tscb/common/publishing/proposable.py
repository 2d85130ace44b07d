"""What the public sees already and what changes by proposals alone: who wrote it as it stands, who
checked it, and the change that waits for a second person."""

from typing import Any

from django.conf import settings
from django.db import models

from tscb.common.publishing.history import HistoryEntry


def _person() -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )


class Proposable(models.Model):
    """A subclass names its `parts`, the relations whose rows belong to its text and are versioned,
    compared and restored with it, and what stands `apart`, of which its text has but words."""

    parts: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    # Who wrote it last and who checked it: never one person. Both empty for what was imported.
    edited_by = _person()
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    checked_by = _person()
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    # A change of what is public that waits for the second person; the public does not see it.
    proposed = models.ForeignKey(
        HistoryEntry,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def is_public(self) -> bool:
        return True

    def problems_before_publishing(self) -> list[str]:
        """Sentences that say what still stands in the way of publishing; none by default."""
        return []

    def refresh_locked(self) -> Any:
        """This row again, locked until the transaction ends."""
        return type(self)._default_manager.select_for_update().get(pk=self.pk)
