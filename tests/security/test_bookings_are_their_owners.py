"""Nobody learns who comes to an event: bookings open by the link in their owner's mail alone, and
no answer says whether a mailbox is known.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests.factories import make_event
from tests.factories.events import make_booking, own_link_of
from tests.factories.outbox import mails_to
from tests.integration.events.test_booking import ask, text
from tscb.common.logs import SECRET
from tscb.events.bookings.limits import FROM_ONE_ADDRESS, TO_ONE_MAILBOX
from tscb.events.models import Booking, OwnLink, Participant

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "known@sample.example", "unknown@sample.example"


def test_asking_answers_the_same_for_known_and_unknown_mailboxes(client):
    event = make_event()
    make_booking(event, KNOWN)
    answers = [ask(client, event, email=email) for email in (KNOWN, UNKNOWN)]
    assert answers[0].url == answers[1].url
    links = [client.post("/learning-events/mine/", {"email": e}) for e in (KNOWN, "no@e.example")]
    assert links[0].url == links[1].url
    assert not mails_to("no@e.example")


def test_full_event_answers_the_same_for_known_and_unknown_mailboxes(client):
    event = make_event(places=1)
    make_booking(event, KNOWN)
    assert ask(client, event, email=KNOWN).url == ask(client, event, email=UNKNOWN).url


def test_link_opens_its_own_bookings_alone(client):
    event = make_event()
    mine, other = (
        make_booking(event, KNOWN, name="Mia Mine"),
        make_booking(event, name="Otto Other"),
    )
    link = own_link_of(mine)
    page = text(client.get(link))
    assert "Mia Mine" in page
    assert "Otto Other" not in page
    for what in ("confirm/", "change/", "cancel/", "event.ics"):
        assert client.post(f"{link}{other.pk}/{what}").status_code == 404
    assert Booking.objects.count() == 2


def test_link_ends_and_a_guess_opens_nothing(client):
    link = own_link_of(make_booking(make_event()))
    OwnLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for address in (link, "/learning-events/mine/guess/", f"{link}1/cancel/", f"{link}delete/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "This link does not work" in text(response)


def test_looking_changes_nothing(client):
    booking = make_booking(make_event(), state="asked")
    link = own_link_of(booking)
    for what in ("", f"{booking.pk}/confirm/", f"{booking.pk}/cancel/", "delete/"):
        response = client.get(f"{link}{what}")
        assert "no-store" in response["Cache-Control"]
    booking.refresh_from_db()
    assert booking.is_asked


def test_person_deletes_all_that_is_kept(client):
    coming, over = make_event(places=1), make_event(days=-3)
    booking, past = make_booking(coming, KNOWN), make_booking(over, KNOWN, attendance="came")
    waiting = make_booking(coming, state="waiting")
    response = client.post(f"{own_link_of(booking)}delete/")
    assert "Everything is deleted" in text(response)
    assert not Participant.objects.of(KNOWN).exists()
    past.refresh_from_db()
    assert (past.name, past.participant, past.has_come) == ("", None, True)
    waiting.refresh_from_db()
    assert waiting.is_booked
    assert mails_to(KNOWN) == []


def test_names_and_addresses_do_not_stand_in_the_database_in_clear():
    make_booking(make_event(), "plantedmarker@sample.example", name="Plantedmarker")
    with connection.cursor() as cursor:
        for table in ("events_booking", "events_participant"):
            cursor.execute(f"SELECT {table}::text FROM {table}")  # noqa: S608 - our own names
            found = str(cursor.fetchall())
            assert "plantedmarker" not in found.lower()
            assert b"plantedmarker".hex() not in found.lower()


def test_one_mailbox_is_not_filled_and_one_address_not_the_event(client):
    event = make_event()
    for _ in range(TO_ONE_MAILBOX + 3):
        client.post(
            "/learning-events/mine/", {"email": make_booking(make_event(), KNOWN) and KNOWN}
        )
    assert len(mails_to(KNOWN)) == TO_ONE_MAILBOX
    for _ in range(FROM_ONE_ADDRESS):
        answer = ask(client, event, email="x@sample.example")
    assert answer.status_code == 302
    assert ask(client, event).status_code == 429


@pytest.mark.parametrize("door", ["mine", "invited", "feedback"])
def test_log_holds_no_token(door):
    assert (
        SECRET.sub(r"\1…", f"/learning-events/{door}/secret/4/") == f"/learning-events/{door}/…/4/"
    )
