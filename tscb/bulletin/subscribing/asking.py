"""Asking for letters, and confirming by mail. One mailbox has one row.

Who asks learns the same whether the mailbox is known here or not; what is kept already is told by
mail alone.
"""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from tscb.bulletin import counting
from tscb.bulletin.models import Subscriber
from tscb.bulletin.subscribing import choosing, mails
from tscb.bulletin.subscribing.choosing import Choices
from tscb.bulletin.subscribing.leaving import locked

SAME_PRESS = timedelta(minutes=1)  # within it, a second press brings no second mail


@transaction.atomic
def ask(*, email: str, choices: Choices) -> None:
    """Only what is not confirmed, or was stopped, takes the newer wishes."""
    subscriber, is_new = _row_of(email)
    if not subscriber.is_reachable:
        choosing.keep(subscriber, choices)
    if is_new or _is_another_press(subscriber):
        _write_to(subscriber)


@transaction.atomic
def ask_for_link(*, email: str) -> None:
    """Nothing where nobody has this mailbox."""
    subscriber = Subscriber.objects.select_for_update(of=("self",)).of(email).first()
    if subscriber and _is_another_press(subscriber):
        _write_to(subscriber)


def _row_of(email: str) -> tuple[Subscriber, bool]:
    """Locked; made if there is none, though two ask at the same instant."""
    rows = Subscriber.objects.select_for_update(of=("self",)).of(email)
    if found := rows.first():
        return found, False
    try:
        with transaction.atomic():
            return Subscriber.objects.add(email), True
    except IntegrityError:
        return rows.get(), False


def _is_another_press(subscriber: Subscriber) -> bool:
    return subscriber.asked_at < timezone.now() - SAME_PRESS


def _write_to(subscriber: Subscriber) -> None:
    subscriber.asked_at = timezone.now()
    subscriber.save(update_fields=["asked_at"])
    mails.send_key(subscriber)


@transaction.atomic
def confirm(*, subscriber: Subscriber) -> None:
    """From now on letters go out, also where they had been stopped; pressing twice is once."""
    found = locked(subscriber)
    if found and not found.is_reachable:
        begin(found)


def begin(found: Subscriber) -> None:
    """Of a locked row that gets nothing yet, or nothing any more."""
    found.confirmed_at = found.alerted_until = timezone.now()
    found.stopped_at = found.bounced_at = None
    found.bounces = 0
    found.save(
        update_fields=["confirmed_at", "alerted_until", "stopped_at", "bounced_at", "bounces"]
    )
    counting.joined()
