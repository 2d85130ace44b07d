"""Taking the next letter: it is written down, for good, that it begins. Then it is handed over.

It is composed before that, so that a process that ends meanwhile leaves it as it was.
"""

import logging
from dataclasses import dataclass

from django.core.mail import EmailMultiAlternatives
from django.db import Error, transaction
from django.utils import timezone

from tscb.bulletin.models import Delivery, DeliveryState
from tscb.bulletin.sending import rate
from tscb.bulletin.sending.again import put_off
from tscb.bulletin.sending.composing import kind_of, letter_for
from tscb.bulletin.sending.line_up import due
from tscb.bulletin.sending.message import message_of

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Taken:
    """`message` is None where the letter was put aside: the next one can be taken."""

    delivery: int
    message: EmailMultiAlternatives | None


@transaction.atomic
def take_next() -> Taken | None:
    """None where no letter is due, or no more may go within this minute. What another worker has
    before it is left to it."""
    rows = due().select_related("subscriber", "edition")
    # Read where the failure of one letter is caught, no key may open them; and as they are by then.
    rows = rows.defer("subscriber__email", "subscriber__key")
    delivery = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if delivery is None:
        return None
    message = _composed(delivery)
    if message is None:
        delivery.save(update_fields=["state", "attempts", "next_attempt_at"])
    elif not rate.is_my_turn():
        return None
    else:
        _begin(delivery)
    return Taken(delivery.pk, message)


def _begin(delivery: Delivery) -> None:
    delivery.state, delivery.started_at = DeliveryState.SENDING, timezone.now()
    delivery.attempts += 1
    delivery.save(update_fields=["state", "started_at", "attempts"])


def _composed(delivery: Delivery) -> EmailMultiAlternatives | None:
    """What is wrong with one letter holds up no other, but for a database that is away."""
    try:
        letter = letter_for(delivery)
        if letter and delivery.subscriber:
            return message_of(delivery, delivery.subscriber, letter, kind_of(delivery))
    except Error:
        raise
    except Exception as failure:
        log.error("Letter %s could not be written: %s", delivery.pk, type(failure).__name__)
        delivery.attempts += 1
        put_off(delivery)
    else:
        delivery.state = DeliveryState.DROPPED
    return None
