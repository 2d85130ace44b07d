"""The worker reminds of pages to be read again, and of numbers that nobody confirmed for long.
About numbers: one message to each editor, and another a month later if still nobody has."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tscb.board.models import ContactPoint
from tscb.board.numbers.telling import tell_of_unconfirmed
from tscb.board.pages import reminders as pages

AGAIN_AFTER = timedelta(days=30)


def remind() -> None:
    _remind_of_numbers()
    pages.remind()


@transaction.atomic
def _remind_of_numbers() -> None:
    """Safe to run twice at once: rows that another process holds are left to it."""
    due = Q(reminded_at=None) | Q(reminded_at__lte=timezone.now() - AGAIN_AFTER)
    unconfirmed = ContactPoint.objects.unconfirmed().filter(due)
    points = list(unconfirmed.select_for_update(skip_locked=True, of=("self",)))
    if points:
        tell_of_unconfirmed(points)
        told = ContactPoint.objects.filter(pk__in=[point.pk for point in points])
        told.update(reminded_at=timezone.now())
