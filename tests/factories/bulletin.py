"""Subscribers, editions, and letters on their way."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from tscb.bulletin.models import Delivery, Edition, EditionState, Subscriber

numbers = count(1)


def make_subscriber(email: str = "", **fields: Any) -> Subscriber:
    """Confirmed two days ago, wants the bulletin and no alerts, unless told otherwise."""
    then = timezone.now() - timedelta(days=2)
    fields = {"confirmed_at": then, "alerted_until": then, **fields}
    return Subscriber.objects.add(email or f"reader{next(numbers)}@sample.example", **fields)


def make_edition(**fields: Any) -> Edition:
    """Published, with a title of its own, unless told otherwise."""
    number = next(numbers)
    fields = {
        "number": number,
        "month": date(2026, 3, 1),
        "title": f"Lessons of the month {number}",
        "state": EditionState.PUBLISHED,
        **fields,
    }
    if fields["state"] == EditionState.PUBLISHED:
        fields.setdefault("published_at", timezone.now())
    return Edition.objects.create(**fields)


def make_delivery(**fields: Any) -> Delivery:
    """Of an edition to a subscriber, both made for it, due now, unless told otherwise."""
    if "subscriber" not in fields:
        fields["subscriber"] = make_subscriber()
    if "edition" not in fields:
        fields["edition"] = make_edition()
    return Delivery.objects.create(**fields)
