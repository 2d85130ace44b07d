"""Writing to the outbox and sending from it. A message that fails is tried again, ever later."""

import logging
from datetime import timedelta

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tscb.common.models import OutgoingMail

WAITS = [timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720, 1440)]
KEPT_FOR = timedelta(days=90)  # to look up what became of it; then nobody needs the address
log = logging.getLogger(__name__)


def queue(*, to: str, subject: str, body: str) -> OutgoingMail:
    """Puts a message in the outbox as part of the caller's transaction."""
    return OutgoingMail.objects.create(to=to, subject=subject, body=body)


def deliver_due(limit: int = 50) -> int:
    """Sends what is due, each message in its own transaction; gives how many were tried."""
    tried = 0
    while tried < limit and _deliver_one():
        tried += 1
    return tried


def is_waiting() -> bool:
    """Whether something is due: letters to many wait until it has gone."""
    return _due().exists()


def forget_old() -> None:
    """Messages that went, or never will go, are not kept for ever: each names a mailbox."""
    waiting = OutgoingMail.State.WAITING
    old = OutgoingMail.objects.filter(queued_at__lt=timezone.now() - KEPT_FOR)
    old.exclude(state=waiting).delete()


def _due() -> QuerySet[OutgoingMail]:
    waiting = OutgoingMail.State.WAITING
    return OutgoingMail.objects.filter(state=waiting, next_attempt_at__lte=timezone.now())


@transaction.atomic
def _deliver_one() -> bool:
    due = _due().select_for_update(skip_locked=True)
    # Looked at where a failure of one message is caught: no key may open them.
    message = due.order_by("next_attempt_at").defer("body", "to").first()
    if message is None:
        return False
    _try(message)
    message.save()
    return True


def _try(message: OutgoingMail) -> None:
    message.attempts += 1
    try:
        send_mail(message.subject, message.body, None, [message.to])
    except Exception as failure:  # whatever is wrong with one message, the others go out
        log.warning("Message %s was not sent: %s", message.pk, type(failure).__name__)
        _postpone(message)
    else:
        message.state, message.sent_at = OutgoingMail.State.SENT, timezone.now()
        message.body = ""


def _postpone(message: OutgoingMail) -> None:
    if message.attempts > len(WAITS):
        message.state, message.body = OutgoingMail.State.GIVEN_UP, ""
    else:
        message.next_attempt_at = timezone.now() + WAITS[message.attempts - 1]
