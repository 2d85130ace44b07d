"""Checks that nobody waits for with the browser open: their queue, and how far each is.

The row says all of it, so a crash loses nothing and two workers do nothing twice. A check that
gives no sign of life is taken up again, and given up when that does not help.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from reviews import inspection
from reviews.inspection import Look
from reviews.models import Document
from reviews.models.document import CheckState
from reviews.safety import Finding, Kind, Report, Severity

PATIENCE = timedelta(minutes=2)  # without a sign of life; making the copy takes one at most
SOON = timedelta(minutes=5)  # by then a worker that runs has begun
MOST_TRIES = 3
GIVEN_UP = Finding(
    Kind.UNREADABLE,
    Severity.CRITICAL,
    None,
    f"The check was broken off {MOST_TRIES} times, so nobody can say what is in the file. "
    "Print it to a new PDF and try that.",
)


def leave_to_worker(document: Document) -> None:
    document.check_state, document.check_started_at = CheckState.WAITING, None
    document.check_heard_at = timezone.now()
    document.pages_done = document.check_tries = 0
    document.save()


def inspect_next() -> bool:
    """The worker's turn: checks one document that waits; False when none does."""
    for model in Document.__subclasses__():
        document = _claimed(model)
        if document:
            _check(document)
            return True
    return False


def waiting_before(document: Document) -> int:
    """How many documents the worker takes up first."""
    before = Q(check_state=CheckState.WAITING, check_heard_at__lt=document.check_heard_at)
    return sum(model.objects.filter(before).count() for model in Document.__subclasses__())


def is_overdue(document: Document) -> bool:
    """Nothing has happened for so long that somebody should look whether the worker runs."""
    heard = document.check_heard_at
    return bool(heard and not document.is_checked and heard < timezone.now() - SOON)


@transaction.atomic
def _claimed(model: type[Document]) -> Document | None:
    """The one that waits longest, or whose check was broken off; another worker's is left to it."""
    now = timezone.now()
    broken_off = Q(check_state=CheckState.RUNNING) & _silent_since(now - PATIENCE)
    waiting = model.objects.filter(Q(check_state=CheckState.WAITING) | broken_off)
    found = waiting.select_for_update(skip_locked=True, of=("self",)).order_by("check_heard_at")
    document = found.first()
    if document:
        document.check_state = CheckState.RUNNING
        document.check_started_at = document.check_heard_at = now
        document.pages_done, document.check_tries = 0, document.check_tries + 1
        document.save(
            update_fields=[
                "check_state", "check_started_at", "check_heard_at", "pages_done", "check_tries",
            ]
        )  # fmt: skip
    return document


def _silent_since(time: datetime) -> Q:
    return Q(check_heard_at__lt=time) | Q(check_heard_at=None, check_started_at__lt=time)


def _check(claimed: Document) -> None:
    if claimed.check_tries > MOST_TRIES:
        _finish(claimed, Look(Report([GIVEN_UP]), None, claimed.checksum))
        return
    with inspection.looked_at(claimed, _told(claimed)) as look:
        _finish(claimed, look)


def _told(claimed: Document) -> Callable[[int, int], None]:
    """Writes into the row how far its check is."""

    def tell(done: int, pages: int) -> None:
        progress = {"pages_done": done, "pages": pages, "check_heard_at": timezone.now()}
        _still(claimed).update(**progress)

    return tell


@transaction.atomic
def _finish(claimed: Document, look: Look) -> None:
    """Keeps the result unless the file was replaced, or the check taken up again, meanwhile."""
    document = _still(claimed).select_for_update(of=("self",)).first()
    if document:
        inspection.keep(document, look)


def _still(claimed: Document) -> QuerySet[Document]:
    """The row as long as this very check is the one that runs."""
    same = {"original": claimed.original.name, "check_started_at": claimed.check_started_at}
    return type(claimed).objects.filter(pk=claimed.pk, check_state=CheckState.RUNNING, **same)
