"""Another mailbox: asked for with the key, and proved by a link that is sent to the new one."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from tscb.bulletin.models import AddressChange, Delivery, DeliveryState, Subscriber
from tscb.bulletin.subscribing import leaving, mails
from tscb.bulletin.subscribing.asking import begin

LINK_LIVES = timedelta(days=7)
CAME = (DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.UNSURE)  # or may have


@transaction.atomic
def ask(*, subscriber: Subscriber, email: str) -> None:
    """An earlier wish ends."""
    AddressChange.objects.filter(subscriber=subscriber).delete()
    until = timezone.now() + LINK_LIVES
    token = AddressChange.objects.make(subscriber=subscriber, email=email, expires_at=until)
    mails.send_address_link(email, token)


@transaction.atomic
def move(*, change: AddressChange) -> Subscriber | None:
    """What was chosen goes along, with a new key: letters in the old mailbox open nothing any more.

    Whoever reads both mailboxes is one person, so what the new one had got ends. None where the
    row, or the wish, has gone in the meantime.
    """
    found = leaving.locked(change.subscriber)
    if found is None or not AddressChange.objects.filter(pk=change.pk).exists():
        return None
    others = Subscriber.objects.select_for_update(of=("self",)).of(change.email)
    for other in others.exclude(pk=found.pk):
        _drop_what_came(found, other)
        leaving.delete(other)
    _let_go(found)
    _reach(found, change.email)
    return found


def _drop_what_came(found: Subscriber, other: Subscriber) -> None:
    """An edition that went to the new mailbox already does not go there again: its letter is
    nobody's, and is put aside at its turn."""
    came = [one.edition_id for one in _went(other) if one.state in CAME and one.edition_id]
    waiting = found.deliveries.filter(state=DeliveryState.WAITING, edition__in=came)
    waiting.update(subscriber=None)


def _let_go(found: Subscriber) -> None:
    """What went to the old mailbox says nothing of the new one, whoever sends it back."""
    went = [one.pk for one in _went(found)]
    Delivery.objects.filter(pk__in=went).update(subscriber=None)


def _went(reader: Subscriber) -> list[Delivery]:
    """A letter that is about to go is waited for: it is addressed already."""
    rows = reader.deliveries.select_for_update()
    return [one for one in rows if one.state != DeliveryState.WAITING]


def _reach(found: Subscriber, email: str) -> None:
    for name, value in found.reached_at(email).items():
        setattr(found, name, value)
    found.bounces, found.bounced_at = 0, None
    found.save()
    found.address_changes.all().delete()
    if not found.is_reachable:
        begin(found)
