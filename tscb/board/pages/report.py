"""Looks at every page once a day: what it links to may be withdrawn long after it was published."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tscb.board.models import Page
from tscb.board.pages.problems import problems_of

EVERY = timedelta(days=1)


@transaction.atomic
def look_at_next() -> None:
    """One page a turn of the worker, so that mail never waits behind it."""
    since = timezone.now() - EVERY
    waiting = Page.objects.filter(Q(looked_at__lt=since) | Q(looked_at=None)).order_by("pk")
    page = waiting.select_for_update(skip_locked=True).first()
    if page:
        note(page)


def note(page: Page) -> None:
    """Keeps the errors of the page that the public sees; warnings are for who writes."""
    found = [one.sentence for one in problems_of(page) if one.is_error]
    Page.objects.filter(pk=page.pk).update(found_wrong=found, looked_at=timezone.now())
