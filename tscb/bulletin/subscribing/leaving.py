"""Ending a kind of letter, and deleting all that is kept. Whoever wants nothing has no row."""

from django.db import transaction

from tscb.bulletin import counting
from tscb.bulletin.letters import Kind
from tscb.bulletin.models import Rhythm, Subscriber


def locked(subscriber: Subscriber) -> Subscriber | None:
    """As it is now; None where it has gone in the meantime."""
    return Subscriber.objects.select_for_update(of=("self",)).filter(pk=subscriber.pk).first()


@transaction.atomic
def stop(*, subscriber: Subscriber, kind: Kind) -> None:
    """Nothing of this kind any more; pressing twice is pressing once."""
    found = locked(subscriber)
    if found is None:
        return
    if kind == Kind.BULLETIN:
        found.wants_bulletin = False
    else:
        found.alerts = Rhythm.NEVER
    _keep_or_delete(found)


def _keep_or_delete(found: Subscriber) -> None:
    if found.wants_bulletin or found.alerts != Rhythm.NEVER:
        found.save(update_fields=["wants_bulletin", "alerts"])
    else:
        delete(found)


@transaction.atomic
def forget(*, subscriber: Subscriber) -> None:
    """All that is kept about a mailbox goes; how many left this month stays."""
    found = locked(subscriber)
    if found:
        delete(found)


def delete(found: Subscriber) -> None:
    """Of a locked row. Whoever was stopped has been counted already."""
    if found.is_reachable:
        counting.left()
    found.delete()
