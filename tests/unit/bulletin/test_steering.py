"""Staff see how far the letters of an edition are, pause them, let them go on, and stop them."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories.bulletin import make_delivery, make_edition, make_subscriber
from tscb.bulletin import attention
from tscb.bulletin.models import Delivery, DeliveryState, Sending
from tscb.bulletin.sending import progress, queue_edition
from tscb.bulletin.sending.steering import steer
from tscb.common.publishing.history import HistoryEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    """With two letters that wait."""
    made = make_edition()
    make_subscriber()
    make_subscriber()
    queue_edition(made)
    return made


def test_pausing_going_on_and_stopping(edition, editor):
    for move, state in (("pause", "paused"), ("go_on", "goes on"), ("pause", "paused")):
        edition = steer(edition=edition, move=move, by=editor)
        assert edition.sending == state
    steer(edition=edition, move="stop", by=editor)
    assert set(Delivery.objects.values_list("state", flat=True)) == {DeliveryState.DROPPED}
    assert HistoryEntry.objects.of(edition).first().event == "Sending stopped for good"


@pytest.mark.parametrize(
    ("sending", "move"),
    [("goes on", "go_on"), ("goes on", "stop"), ("paused", "pause"), ("stopped", "go_on")],
)
def test_move_that_does_not_fit_is_refused(edition, editor, sending, move):
    edition.sending = sending
    edition.save()
    with pytest.raises(ValidationError):
        steer(edition=edition, move=move, by=editor)


def test_what_has_gone_cannot_be_paused(edition, editor):
    Delivery.objects.update(state=DeliveryState.SENT)
    with pytest.raises(ValidationError):
        steer(edition=edition, move="pause", by=editor)


def test_progress_counts_every_state(django_assert_num_queries):
    edition = make_edition()
    for state in DeliveryState.values:
        make_delivery(edition=edition, state=state)
    with django_assert_num_queries(1):
        found = progress.progress_of(edition)
    assert set(vars(found).values()) == {1}
    assert (found.all, found.to_go, found.percent) == (6, 2, 60)
    assert progress.progress_of(make_edition()).percent == 100


def test_end_is_told_by_the_rate(edition, settings):
    settings.BULLETIN_MAILS_A_MINUTE = 1
    found = progress.progress_of(edition)
    ends = progress.done_at(edition, found)
    assert timedelta(minutes=1) < ends - timezone.now() <= timedelta(minutes=2)
    edition.sending = Sending.PAUSED
    assert progress.done_at(edition, found) is None


def test_standing_still_is_told_until_one_begins(edition, editor):
    assert not progress.stands_still()
    Delivery.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=11))
    assert progress.stands_still()
    [row] = attention.rows(editor)
    assert row.title == "Letters to subscribers do not go out"
    make_delivery(state=DeliveryState.SENT, started_at=timezone.now())
    assert not progress.stands_still()
    assert not list(attention.rows(editor))


def test_what_staff_held_does_not_stand_still(edition, editor, panel_member):
    Delivery.objects.update(next_attempt_at=timezone.now() - timedelta(minutes=11))
    assert not list(attention.rows(panel_member))
    edition = steer(edition=edition, move="pause", by=editor)
    assert not progress.stands_still()
    steer(edition=edition, move="go_on", by=editor)
    assert not progress.stands_still()
