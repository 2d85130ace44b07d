"""An edition's letters are lined up once."""

import pytest
from django.utils import timezone

from tests.factories.bulletin import make_edition, make_subscriber
from tscb.bulletin.models import Delivery, DeliveryState
from tscb.bulletin.sending import queue_edition

pytestmark = pytest.mark.django_db


def test_edition_goes_to_who_wants_it_and_can_be_reached():
    wanting = {make_subscriber().pk, make_subscriber().pk}
    make_subscriber(wants_bulletin=False)
    make_subscriber(confirmed_at=None)
    make_subscriber(stopped_at=timezone.now())
    edition = make_edition()
    assert queue_edition(edition) == 2
    rows = Delivery.objects.filter(edition=edition, state=DeliveryState.WAITING)
    assert {row.subscriber_id for row in rows} == wanting
    assert all(row.next_attempt_at <= timezone.now() for row in rows)


def test_edition_lined_up_again_adds_whom_it_lacks():
    make_subscriber()
    edition = make_edition()
    queue_edition(edition)
    Delivery.objects.update(state=DeliveryState.GIVEN_UP)
    make_subscriber()
    assert queue_edition(edition) == 1
    assert Delivery.objects.filter(edition=edition).count() == 2


def test_lining_up_asks_the_database_once(django_assert_num_queries):
    for _ in range(5):
        make_subscriber()
    edition = make_edition()
    with django_assert_num_queries(1):
        assert queue_edition(edition) == 5
