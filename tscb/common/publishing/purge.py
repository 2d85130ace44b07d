"""The record of a purge: who asked for words to be taken out of a history, why, and who did it."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tscb.common.encryption import EncryptedTextField
from tscb.common.publishing.append_only import for_purges

LONGEST_WHY = 300


class Purge(models.Model):
    """Words to be taken out of the history of one item; the words themselves only until then."""

    class State(models.TextChoices):
        OPEN = "open", "Waits for a second person"
        RUNNING = "running", "Being carried out"
        DONE = "done", "Carried out"
        DROPPED = "dropped", "Dropped"

    kind = models.CharField("kind of page", max_length=100)
    object_id = models.BigIntegerField("its number")
    words = EncryptedTextField(null=True)
    why = models.CharField(max_length=LONGEST_WHY)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN, editable=False)
    replaced = models.PositiveIntegerField("places replaced", default=0, editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, editable=False, null=True,
        related_name="+",
    )  # fmt: skip
    ended_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        app_label = "common"
        ordering = ["-pk"]
        verbose_name = "purge of the history"
        verbose_name_plural = "purges of the history"
        constraints = [
            models.CheckConstraint(
                name="purge_two_people",
                condition=~Q(state__in=["running", "done"])
                | (Q(ended_by__isnull=False) & ~Q(ended_by=F("asked_by"))),
            ),
            models.CheckConstraint(
                name="purge_keeps_no_words",
                condition=Q(state__in=["open", "running"], words__isnull=False)
                | Q(state__in=["done", "dropped"], words__isnull=True),
            ),
        ]
        triggers = for_purges()

    def __str__(self) -> str:
        """Without the title of the page, which may be what has to go."""
        name = apps.get_model(self.kind)._meta.verbose_name
        return f"Words out of the history of {name} {self.object_id}"

    @property
    def item(self) -> Any:
        """None where it was deleted since; its history stays."""
        return apps.get_model(self.kind)._default_manager.filter(pk=self.object_id).first()
