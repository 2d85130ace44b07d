"""How many get letters, by month: counted in the transaction of the act that changes it.

A month in which nothing ran has no row: nobody guesses it afterwards.
"""

from datetime import date

from django.db.models import F
from django.utils import timezone

from tscb.bulletin.models import Subscriber, SubscriberMonth


def this_month() -> date:
    return timezone.localdate().replace(day=1)


def joined() -> None:
    _add("joined")


def left() -> None:
    _add("left")


def bounced() -> None:
    _add("bounced")


def note_subscribers() -> None:
    """By the worker: how many can be reached now. The last that a month gets is its end."""
    number = Subscriber.objects.reachable().count()
    SubscriberMonth.objects.update_or_create(month=this_month(), defaults={"subscribers": number})


def _add(name: str) -> None:
    month, _ = SubscriberMonth.objects.get_or_create(month=this_month())
    SubscriberMonth.objects.filter(pk=month.pk).update(**{name: F(name) + 1})
