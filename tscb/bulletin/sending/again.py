"""A letter that certainly did not go is tried again, ever later, as in the outbox; in the end it is
given up."""

from django.utils import timezone

from tscb.bulletin.models import Delivery, DeliveryState
from tscb.common.mail.outbox import WAITS


def put_off(delivery: Delivery) -> None:
    """After one more attempt was counted."""
    if delivery.attempts > len(WAITS):
        delivery.state = DeliveryState.GIVEN_UP
    else:
        delivery.state = DeliveryState.WAITING
        delivery.next_attempt_at = timezone.now() + WAITS[delivery.attempts - 1]
