"""What a letter that comes back means for whoever it was for: enough of them, and nothing more is
sent there.

A mailbox that is said not to be there is stopped at once. Otherwise two letters refused for good,
or five for now, or some of each, stop it; a letter that came through in between forgives them.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tscb.bulletin import counting
from tscb.bulletin.models import Delivery, DeliveryState, Subscriber
from tscb.bulletin.subscribing import leaving

FOR_GOOD, FOR_NOW, ENOUGH = 3, 1, 5
FORGOTTEN_AFTER = timedelta(days=30)  # one or two refused for now, and none else
TAKES_TO_COME_BACK = timedelta(days=6)  # as long as mail servers try


@transaction.atomic
def note(delivery: Delivery, hard: bool, *, is_unknown: bool = False) -> None:
    """`hard`: refused for good. `is_unknown`: there is no such mailbox. A letter counts once."""
    subscriber = _locked(delivery)
    if subscriber is None or not _is_first(delivery):
        return
    weight = FOR_GOOD if hard else FOR_NOW
    subscriber.bounces = weight + (0 if _is_forgiven(subscriber) else subscriber.bounces)
    subscriber.bounced_at = timezone.now()
    if is_unknown or subscriber.bounces >= ENOUGH:
        subscriber.stopped_at = subscriber.bounced_at
        counting.bounced()
    subscriber.save(update_fields=["bounces", "bounced_at", "stopped_at"])


@transaction.atomic
def complain(delivery: Delivery) -> None:
    """Somebody told their provider that they do not want this: they are gone at once."""
    subscriber = _locked(delivery)
    if subscriber:
        leaving.delete(subscriber)


def _locked(delivery: Delivery) -> Subscriber | None:
    """Who can still be reached, as things stand now, at the mailbox that the letter went to."""
    rows = Subscriber.objects.select_for_update(of=("self",)).reachable()
    found = rows.filter(pk=delivery.subscriber_id).first() if delivery.subscriber_id else None
    # Asked once the row is locked: whoever moves leaves behind what went to the old mailbox.
    return found if found and found.deliveries.filter(pk=delivery.pk).exists() else None


def _is_first(delivery: Delivery) -> bool:
    new = Delivery.objects.filter(pk=delivery.pk, came_back_at=None)
    return bool(new.update(came_back_at=timezone.now()))


def _is_forgiven(subscriber: Subscriber) -> bool:
    last, now = subscriber.bounced_at, timezone.now()
    if last is None:
        return True
    if subscriber.bounces < FOR_GOOD and last < now - FORGOTTEN_AFTER:
        return True
    sent = subscriber.deliveries.filter(state=DeliveryState.SENT, came_back_at=None)
    return sent.filter(sent_at__gt=last, sent_at__lt=now - TAKES_TO_COME_BACK).exists()
