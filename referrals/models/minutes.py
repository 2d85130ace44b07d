"""What was said at a meeting, item by item, and what came of it.

Minutes can be changed until a later meeting has confirmed them; after that the database refuses,
and what was wrong is put right beside them by a correction, which nobody changes either.
"""

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models

from referrals.models.meetings import AgendaItem
from referrals.models.referral import Referral
from tscb.board.models import User
from tscb.common.encryption import EncryptedTextField

CONFIRMED = """
    IF (SELECT meeting.confirmed_at FROM referrals_agendaitem item
        JOIN referrals_meeting meeting ON meeting.id = item.meeting_id
        WHERE item.id = NEW.item_id) IS NOT NULL THEN
        RAISE EXCEPTION 'Confirmed minutes are not changed: add a correction';
    END IF;
    RETURN NEW;
"""


class OfAnItem(models.Model):
    """What belongs to an item of an agenda. The referral, if there is one, stands here again:
    with it the row goes, and under its key the row is encrypted."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="%(class)ss")
    referral = models.ForeignKey(
        Referral, null=True, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    text = EncryptedTextField(of="referral_id")
    written_at = models.DateTimeField(auto_now=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True


class Minute(OfAnItem):
    class Meta:
        constraints = (models.UniqueConstraint(fields=("item",), name="an_item_is_minuted_once"),)
        triggers = (
            pgtrigger.Trigger(
                name="confirmed_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=CONFIRMED,
            ),
        )

    def __str__(self) -> str:
        return f"Minute of {self.item}"


class Correction(OfAnItem):
    class Meta:
        ordering = ("written_at", "pk")
        triggers = (pgtrigger.Protect(name="stays_as_written", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"Correction to {self.item}"


class ArisingActions(models.QuerySet["ArisingAction"]):
    def visible_to(self, user: User | AnonymousUser) -> "ArisingActions":
        return self.filter(item__in=AgendaItem.objects.visible_to(user).order_by())

    def not_done(self) -> "ArisingActions":
        return self.filter(done_on=None)


class ArisingAction(OfAnItem):
    """What somebody is to do after a meeting, until when."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="arising_actions"
    )
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    objects = ArisingActions.as_manager()

    class Meta:
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return f"Action due {self.due_on}"
