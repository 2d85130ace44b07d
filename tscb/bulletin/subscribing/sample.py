"""Fictional subscribers, and how many there were in the months before; nobody is written to."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from reviews.models import Theme
from tscb.board.models import Agency
from tscb.bulletin import counting
from tscb.bulletin.models import Rhythm, Subscriber, SubscriberMonth

# Whom, how often alerts come, and on which theme; nothing is every theme.
SAMPLES = (
    ("health.visitor@sample.example", Rhythm.WEEKLY, "neglect"),
    ("head.teacher@sample.example", Rhythm.NEVER, ""),
    ("social.worker@sample.example", Rhythm.AT_ONCE, ""),
    ("police.officer@sample.example", Rhythm.MONTHLY, "domestic-abuse"),
    ("gp.practice@sample.example", Rhythm.NEVER, ""),
)
# Two years, without this month, the newest last: subscribers at the end, joined, left, bounced.
MONTHS = (
    (4, 4, 0, 0), (5, 1, 0, 0), (6, 2, 1, 0), (9, 3, 0, 0), (10, 1, 0, 0), (11, 2, 1, 0),
    (11, 0, 0, 0), (12, 2, 0, 1), (13, 1, 0, 0), (15, 3, 1, 0), (16, 1, 0, 0), (15, 0, 1, 0),
    (17, 2, 0, 0), (18, 1, 0, 0), (19, 2, 1, 0), (19, 0, 0, 0), (21, 3, 0, 1), (21, 1, 1, 0),
    (23, 2, 0, 0), (31, 9, 1, 0), (38, 8, 0, 1), (47, 10, 1, 0), (52, 6, 1, 0), (61, 10, 0, 1),
)  # fmt: skip


@transaction.atomic
def load() -> None:
    remove()
    agencies = list(Agency.objects.filter(active=True)[: len(SAMPLES)])
    for number, (email, rhythm, theme) in enumerate(SAMPLES):
        if not Subscriber.objects.of(email).exists():
            _make(email, rhythm, theme, agencies[number] if number < len(agencies) else None)
    for month, numbers in zip(_months_before(len(MONTHS)), reversed(MONTHS), strict=True):
        _count(month, numbers)


@transaction.atomic
def remove() -> None:
    """Nobody left: they never were."""
    Subscriber.objects.filter(is_sample=True).delete()
    SubscriberMonth.objects.filter(is_sample=True).delete()


def _make(email: str, rhythm: str, theme: str, agency: Agency | None) -> None:
    now = timezone.now()
    made = Subscriber.objects.add(
        email,
        agency=agency,
        alerts=rhythm,
        every_theme=not theme and rhythm != Rhythm.NEVER,
        confirmed_at=now,
        alerted_until=now,
        is_sample=True,
    )
    made.themes.set(Theme.objects.filter(slug=theme))


def _count(month: date, numbers: tuple[int, int, int, int]) -> None:
    fields = dict(zip(("subscribers", "joined", "left", "bounced"), numbers, strict=True))
    SubscriberMonth.objects.get_or_create(month=month, defaults={**fields, "is_sample": True})


def _months_before(number: int) -> list[date]:
    """The newest first."""
    this, found = counting.this_month(), []
    for back in range(1, number + 1):
        years, month = divmod(this.month - 1 - back, 12)
        found.append(date(this.year + years, month + 1, 1))
    return found
