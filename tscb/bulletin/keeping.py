"""How long anything is kept of a mailbox: deleted by rule, by work that may be done again any time.

Whoever does not confirm is gone after a week; whom letters no longer reach, after 90 days; and what
went to whom is known for 90 days. How many it was stays.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tscb.bulletin.models import AddressChange, Delivery, Subscriber

UNCONFIRMED_FOR = timedelta(days=7)
STOPPED_FOR = timedelta(days=90)
DELIVERIES_FOR = timedelta(days=90)


def delete_what_is_due() -> None:
    now = timezone.now()
    _delete(Subscriber.objects.filter(confirmed_at=None, asked_at__lt=now - UNCONFIRMED_FOR))
    _delete(Subscriber.objects.filter(stopped_at__lt=now - STOPPED_FOR))
    AddressChange.objects.filter(expires_at__lt=now).delete()
    old = Delivery.objects.filter(made_at__lt=now - DELIVERIES_FOR)
    old.filter(edition=None).delete()
    old.exclude(subscriber=None).update(subscriber=None)


@transaction.atomic
def _delete(due: QuerySet[Subscriber]) -> None:
    """Whoever is just confirming is left to that. No address is looked at: no key may open it."""
    locked = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True))
    Subscriber.objects.filter(pk__in=locked).only("pk").delete()
