"""What editors see first about numbers: changes that wait, numbers to confirm, days closed."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from tscb.board.models import Closure, ContactPoint, User
from tscb.common.waiting import Row

AHEAD = timedelta(days=14)


def rows(person: User) -> Iterator[Row]:
    if not person.has_perm("board.change_contactpoint"):
        return
    yield from _changes(person)
    unconfirmed = ContactPoint.objects.unconfirmed().count()
    if unconfirmed:
        title = "Telephone numbers that nobody has confirmed for 90 days"
        yield Row(title, reverse("admin:board_contactpoint_changelist"), unconfirmed)
    yield from _closures()


def _changes(person: User) -> Iterator[Row]:
    for point in ContactPoint.objects.changing().select_related("proposed"):
        mine = point.proposed is not None and point.proposed.by_id == person.pk
        waits = "waits for a colleague" if mine else "waits for you to check it"
        address = reverse("admin:board_contactpoint_change", args=[point.pk])
        yield Row(f"A change of the number of {point.name} {waits}", address, urgent=not mine)


def _closures() -> Iterator[Row]:
    today = timezone.localdate()
    for closure in Closure.objects.filter(date__gte=today, date__lte=today + AHEAD).order_by(
        "date"
    ):
        address = reverse("admin:board_closure_change", args=[closure.pk])
        yield Row(f"The office is closed {closure.span}: {closure}", address)
