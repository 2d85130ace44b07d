"""Two people and the last place at the same instant, on real transactions."""

import pytest
from django.test import Client

from tests.factories import make_event
from tests.factories.events import make_booking
from tests.integration.events.test_booking import ask
from tests.integration.referrals.test_at_the_same_time import together
from tscb.events.bookings import asking, leaving
from tscb.events.models import Booking, Participant

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, SECOND = "first@sample.example", "second@sample.example"


def test_last_place_goes_to_one_and_the_other_is_told():
    event = make_event(places=1)
    acts = [lambda email=email: ask(Client(), event, email=email).url for email in (FIRST, SECOND)]
    ends = sorted(url.rstrip("/").rpartition("/")[2] for url in together(*acts))
    assert ends == ["held", "waiting"]
    bookings = list(Booking.objects.all())
    together(*[lambda b=b: asking.confirm(booking=b) for b in bookings])
    assert sorted(Booking.objects.values_list("state", flat=True)) == ["booked", "waiting"]


def test_same_mailbox_in_two_tabs_is_one_booking():
    event = make_event()
    together(*[lambda: ask(Client(), event, email=FIRST)] * 3)
    assert (Booking.objects.count(), Participant.objects.count()) == (1, 1)


def test_two_who_leave_at_once_move_two_up():
    event = make_event(places=2, is_full=True)
    booked = [make_booking(event) for _ in range(2)]
    waiting = [make_booking(event, state="waiting") for _ in range(2)]
    together(*[lambda b=b: leaving.leave(booking=b) for b in booked])
    assert set(Booking.objects.booked()) == set(waiting)
