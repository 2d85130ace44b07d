"""The fictional events of a site on one's own computer."""

import pytest

from tests.factories import make_event
from tests.factories.events import make_booking
from tscb.common.models import OutgoingMail
from tscb.common.publishing.history import HistoryEntry
from tscb.events import sample, sample_past
from tscb.events.models import Booking, LearningEvent, Participant

pytestmark = pytest.mark.django_db


def test_sample_shows_each_kind_of_event_writes_to_nobody_and_goes():
    own = make_booking(make_event(), "person0@sample.example")
    for _ in range(2):
        sample.load()
    made = LearningEvent.objects.filter(is_sample=True)
    assert made.count() == len(sample.SAMPLES) + sample_past.EVENTS
    assert made.published().coming().filter(is_full=True).count() == 1
    assert made.published().past().filter(bookings_deleted_at=None).count() == 1
    assert made.coming().filter(is_restricted=True).count() == 1
    assert not OutgoingMail.objects.exists()
    sample.remove()
    assert LearningEvent.objects.get() == own.event
    assert (Booking.objects.get(), Participant.objects.get()) == (own, own.participant)
    assert not HistoryEntry.objects.filter(kind="events.learningevent").exists()


def test_address_that_is_taken_stays_its_owners():
    kept = make_event(slug=sample.SAMPLES[0].slug)
    sample.load()
    assert LearningEvent.objects.get(slug=kept.slug) == kept
