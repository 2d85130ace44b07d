"""How far the letters of an edition, or alerts, have come. Numbers alone: nobody is named."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils import timezone

from tscb.bulletin.models import Delivery, Edition, Sending
from tscb.bulletin.sending.line_up import due

ALERTS_OF = timedelta(days=30)
STANDS_STILL = timedelta(minutes=10)


@dataclass(frozen=True)
class Progress:
    sent: int = 0
    waiting: int = 0
    sending: int = 0
    unsure: int = 0
    given_up: int = 0
    dropped: int = 0

    @property
    def all(self) -> int:
        return sum(vars(self).values())

    @property
    def percent(self) -> int:
        """Of what is to go. Not all before the last one went."""
        wanted = self.all - self.dropped
        return 100 * (wanted - self.to_go) // wanted if wanted else 100

    @property
    def to_go(self) -> int:
        return self.waiting + self.sending


def progress_of(edition: Edition) -> Progress:
    return _counted(Delivery.objects.filter(edition=edition))


def progress_of_alerts() -> Progress:
    """Of the last month."""
    since = timezone.now() - ALERTS_OF
    return _counted(Delivery.objects.filter(edition=None, made_at__gt=since))


def _counted(rows: QuerySet[Delivery]) -> Progress:
    """One question."""
    numbers: Any = rows.values_list("state").annotate(number=Count("pk"))
    return Progress(**{state.replace(" ", "_"): number for state, number in numbers})


def done_at(edition: Edition, progress: Progress) -> datetime | None:
    """About when the last will have gone, with all that waits in the same line; None where nothing
    waits, or staff hold it."""
    if not progress.to_go or edition.sending != Sending.GOES_ON:
        return None
    minutes = due().count() / settings.BULLETIN_MAILS_A_MINUTE
    return timezone.now() + timedelta(minutes=max(1, minutes))


def stands_still() -> bool:
    """Whether letters are due and none has begun for a while: the worker, or the mail server."""
    before = timezone.now() - STANDS_STILL
    if not due().filter(next_attempt_at__lt=before).exists():
        return False
    return not Delivery.objects.filter(started_at__gt=before).exists()
