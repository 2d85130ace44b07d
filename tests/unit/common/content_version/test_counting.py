"""The number changes with every commit of something public, and with nothing else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg2
import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from reviews.models import CaseReview, ReviewDocument
from tests.factories import make_document, make_review, make_theme, make_use
from tscb.board.models import Closure
from tscb.common.content_version.asking import address
from tscb.common.content_version.change import FEW, ContentChange
from tscb.common.content_version.moments import question

pytestmark = pytest.mark.django_db(transaction=True)


def number() -> int:
    with connection.cursor() as cursor:
        cursor.execute(question(), {"now": timezone.now()})
        return cursor.fetchone()[0]


@contextmanager
def somebody_else() -> Iterator[Any]:
    """A connection of their own, in a transaction."""
    theirs = psycopg2.connect(**address())
    try:
        with theirs.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
            yield cursor
    finally:
        theirs.close()


def sql(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(text)


def roll_back_to_a_savepoint_first() -> None:
    with transaction.atomic():
        with transaction.atomic():
            Closure.objects.create(date="2030-01-01", reason="Taken back")
            transaction.set_rollback(True)
        Closure.objects.create(date="2030-01-02", reason="Stays")


CHANGES: list[Callable[[CaseReview], object]] = [
    lambda review: review.save(),
    lambda review: CaseReview.objects.update(summary="Other words"),
    lambda review: sql("UPDATE reviews_casereview SET status = 'withdrawn', withdrawn_at = now()"),
    lambda review: review.themes.add(make_theme()),
    lambda review: review.learning_points.all().delete(),
    lambda review: sql("TRUNCATE reviews_learningpoint"),
    lambda review: Closure.objects.bulk_create([Closure(date="2030-01-01", reason="Training")]),
    lambda review: make_use(review.briefings.create(title="B", slug="b")),
    lambda review: roll_back_to_a_savepoint_first(),
]
NO_CHANGES: list[Callable[[CaseReview], object]] = [
    lambda review: CaseReview.objects.filter(pk=0).update(summary="Nobody's"),
    lambda review: CaseReview.objects.update(summary=review.summary),
    lambda review: ReviewDocument.objects.update(check_heard_at=timezone.now(), pages_done=3),
    lambda review: call_command("tick"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_number_changes_with(change):
    review = make_review()
    before = number()
    change(review)
    assert number() > before


@pytest.mark.parametrize("change", NO_CHANGES)
def test_number_stays_with(change):
    review = make_review()
    make_document(review)
    before = number()
    change(review)
    assert number() == before


def test_what_a_team_told_counts_once_it_is_accepted():
    use = make_use(make_review().briefings.create(title="B", slug="b"), state="waiting")
    before = number()
    type(use).objects.update(will_change="We ask")
    assert number() == before
    type(use).objects.update(state="accepted", decided_at=timezone.now())
    assert number() == before + 1


def test_one_transaction_counts_once_however_much_it_changes():
    before = number()
    with transaction.atomic():
        make_review()
        make_review()
    assert number() == before + 1


def test_nobody_waits_for_another_and_each_commit_counts_whatever_the_order():
    before = number()
    with somebody_else() as first, somebody_else() as second:
        for cursor in (first, second):
            cursor.execute("INSERT INTO board_closure (date, reason) VALUES ('2030-01-01', 'x')")
        assert number() == before
        second.connection.commit()
        assert number() == before + 1
        first.connection.commit()
        assert number() == before + 2


def test_number_stays_when_its_rows_are_put_together():
    ContentChange.objects.bulk_create(ContentChange() for _ in range(FEW + 1))
    before = number()
    with somebody_else() as late:
        late.execute("INSERT INTO board_closure (date, reason) VALUES ('2030-01-01', 'x')")
        call_command("tick")
        assert (number(), ContentChange.objects.count()) == (before, 1)
        late.connection.commit()
    assert number() == before + 1
    assert (
        str(ContentChange.objects.order_by("changes").last())
        == f"{before} changes of public content"
    )
