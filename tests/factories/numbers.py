"""Numbers as they may stand in a database, without the two people that the site asks for."""

from collections.abc import Iterator
from contextlib import contextmanager

import pgtrigger
from django.db import connection, transaction

from tscb.board.models import OpeningHours

GUARDS = (
    "board.ContactPoint:number_of_two",
    "board.ContactPoint:number_stays",
    "board.OpeningHours:hours_of_two",
)


@contextmanager
def unguarded() -> Iterator[None]:
    """What is written within is looked at by no guard, as if it had been there from the first."""
    with pgtrigger.ignore(*GUARDS), transaction.atomic():
        yield
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def without_hours() -> None:
    """So that nobody can be sure which number answers."""
    with unguarded():
        OpeningHours.objects.all().delete()
