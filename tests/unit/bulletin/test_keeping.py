"""What is kept of subscribers goes by rule; how many there were stays."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.bulletin import make_delivery, make_subscriber
from tscb.bulletin import counting, keeping, keyed_hashes, sample
from tscb.bulletin.models import AddressChange, Delivery, Subscriber, SubscriberMonth
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


def ago(days: int):
    return timezone.now() - timedelta(days=days)


@pytest.mark.parametrize(
    ("fields", "days", "stays"),
    [
        ({"confirmed_at": None}, 6, True),
        ({"confirmed_at": None}, 8, False),
        ({}, 1_000, True),
    ],
)
def test_unconfirmed_row_goes_after_a_week(fields, days, stays):
    make_subscriber(asked_at=ago(days), **fields)
    keeping.delete_what_is_due()
    assert Subscriber.objects.exists() == stays


@pytest.mark.django_db(transaction=True)
def test_who_is_just_confirming_stays_and_a_row_that_no_key_opens_goes():
    here, lost = (make_subscriber(asked_at=ago(8), confirmed_at=None) for _ in range(2))
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("update bulletin_subscriber set email = 'lost' where id = %s", [lost.pk])
            cursor.execute("begin")
            cursor.execute(
                "update bulletin_subscriber set confirmed_at = now() where id = %s", [here.pk]
            )
            keeping.delete_what_is_due()
            cursor.execute("commit")
    finally:
        other.close()
    keeping.delete_what_is_due()
    assert Subscriber.objects.get() == here


@pytest.mark.parametrize(("days", "stays"), [(89, True), (91, False)])
def test_stopped_row_goes_after_ninety_days(days, stays):
    make_subscriber(stopped_at=ago(days))
    keeping.delete_what_is_due()
    assert Subscriber.objects.exists() == stays


def test_who_got_what_is_forgotten_after_ninety_days():
    reader = make_subscriber()
    AddressChange.objects.make(subscriber=reader, email="a@sample.example", expires_at=ago(1))
    edition, alert = {}, {"edition": None, "since": ago(100), "until": ago(99)}
    old = [make_delivery(subscriber=reader, **fields) for fields in (edition, alert)]
    Delivery.objects.update(made_at=ago(91))
    new = [make_delivery(subscriber=reader, **{**alert, "since": ago(7)}), make_delivery()]
    keeping.delete_what_is_due()
    left = dict(Delivery.objects.values_list("pk", "subscriber"))
    assert left == {old[0].pk: None, **{one.pk: one.subscriber_id for one in new}}
    assert not AddressChange.objects.exists()


def test_running_month_counts_who_can_be_reached():
    make_subscriber()
    make_subscriber(confirmed_at=None)
    make_subscriber(stopped_at=ago(1))
    counting.joined()
    for _ in range(2):
        counting.note_subscribers()
    month = SubscriberMonth.objects.get()
    assert (month.subscribers, month.joined, month.month) == (1, 1, counting.this_month())


def test_mailbox_is_found_with_new_keys_and_its_hash_is_renewed(settings):
    reader, email = make_subscriber("known@sample.example"), "known@sample.example"
    old = settings.FIELD_ENCRYPTION_KEYS
    settings.FIELD_ENCRYPTION_KEYS = ["j5XWgzk0yJ2kq0F8o6a5zTt3zq0a1xI4cUeYxX1m0aI=", *old]
    assert keyed_hashes.outdated() == 1
    assert Subscriber.objects.of(email).get() == reader
    with CaptureQueriesContext(connection) as asked:
        assert list(keyed_hashes.renew(10)) == [1]
    assert any("FOR UPDATE" in one["sql"] for one in asked), (
        "who moves to another mailbox meanwhile waits"
    )
    assert keyed_hashes.outdated() == 0
    assert Subscriber.objects.of(email.upper()).get() == reader


def test_sample_is_marked_writes_to_nobody_and_goes():
    own = make_subscriber("gp.practice@sample.example")
    for _ in range(2):
        sample.load()
    made = Subscriber.objects.filter(is_sample=True)
    assert made.reachable().count() == made.count() > 2
    months = list(SubscriberMonth.objects.filter(is_sample=True))
    assert months[-1].month < counting.this_month()
    assert len(months) == 24
    for before, one in pairwise(months):
        assert one.subscribers == before.subscribers + one.joined - one.left - one.bounced
    assert not OutgoingMail.objects.exists()
    sample.remove()
    assert Subscriber.objects.get() == own
    assert not SubscriberMonth.objects.exists()
