"""How far a letter came is written down, once."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tscb.bulletin.bounces import noting as bounces
from tscb.bulletin.models import Delivery, DeliveryState
from tscb.bulletin.sending.again import put_off
from tscb.bulletin.sending.handing import How

# No server is waited for that long, with all that is said to it (EMAIL_TIMEOUT for each answer).
LOST_AFTER = timedelta(minutes=15)
BEGUN = (DeliveryState.SENDING, DeliveryState.UNSURE)


def note_lost() -> int:
    """Letters whose process ended in the middle may have gone: nobody sends them again."""
    lost = Delivery.objects.filter(
        state=DeliveryState.SENDING, started_at__lt=timezone.now() - LOST_AFTER
    )
    return lost.update(state=DeliveryState.UNSURE)


def note(delivery: int, how: How) -> None:
    """Also where it was thought to be lost meanwhile: whoever handed it over knows better."""
    row = _written(delivery, how)
    if row and row.state == DeliveryState.GIVEN_UP and how in BOUNCES:
        # After its row is free: whoever leaves locks the subscriber first, and this does, too.
        bounces.note(row, **BOUNCES[how])


@transaction.atomic
def _written(delivery: int, how: How) -> Delivery | None:
    row = Delivery.objects.select_for_update().filter(pk=delivery, state__in=BEGUN).first()
    if row:
        NOTED[how](row)
        row.save(update_fields=["state", "sent_at", "next_attempt_at"])
    return row


def _sent(row: Delivery) -> None:
    row.state, row.sent_at = DeliveryState.SENT, timezone.now()


def _refused(row: Delivery) -> None:
    row.state = DeliveryState.GIVEN_UP


def _unknown(row: Delivery) -> None:
    row.state = DeliveryState.UNSURE


NOTED: dict[How, Callable[[Delivery], None]] = {
    How.SENT: _sent,
    How.LATER: put_off,
    How.MAILBOX_LATER: put_off,
    How.MAILBOX_REFUSED: _refused,
    How.NO_MAILBOX: _refused,
    How.REFUSED: _refused,
    How.UNKNOWN: _unknown,
}
# What is given up because of the mailbox counts as a letter that came back.
BOUNCES = {
    How.MAILBOX_LATER: {"hard": False},
    How.MAILBOX_REFUSED: {"hard": True},
    How.NO_MAILBOX: {"hard": True, "is_unknown": True},
}
