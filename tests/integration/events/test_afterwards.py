"""Reminders, invitations, who came, certificates, what changed, and what is deleted when."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import make_event
from tests.factories.events import make_booking, make_kind, own_link_of, subjects
from tests.factories.outbox import link_in, mails_to
from tests.factories.reviews import make_agency
from tests.integration.events.test_booking import ask, text
from tscb.common.publishing.history import HistoryEntry
from tscb.common.uploads.pdf_reading import opened
from tscb.events import background, keyed_hashes, reminders
from tscb.events.afterwards.certificate import make
from tscb.events.keeping import counts_of
from tscb.events.models import (
    Booking,
    Feedback,
    FeedbackLink,
    Invitation,
    LearningEvent,
    Participant,
)

pytestmark = pytest.mark.django_db
ME = "pat.practitioner@sample.example"
LONG_AGO = timedelta(days=30)


def people(event, act="") -> str:
    return f"/admin/events/learningevent/{event.pk}/people/{act + '/' if act else ''}"


def booked_long_ago(event, **fields) -> Booking:
    return make_booking(event, asked_at=timezone.now() - LONG_AGO, **fields)


@pytest.mark.parametrize(
    ("days", "told"),
    [(6, ["Reminder, a week to go"]), (0.8, ["Reminder, within a day"]), (20, []), (-1, [])],
)
def test_reminders_go_once(days, told):
    booking = booked_long_ago(make_event(days=days))
    waiting = booked_long_ago(make_event(days=days, places=1, is_full=True), state="asked")
    for _ in range(2):
        reminders.remind()
    assert subjects(booking.participant.email) == told
    assert subjects(waiting.participant.email) == []


def test_nobody_is_reminded_of_what_is_cancelled_or_just_booked():
    cancelled = booked_long_ago(make_event(days=0.5, state="cancelled"))
    new = make_booking(make_event(days=0.5))
    reminders.remind()
    assert [subjects(one.participant.email) for one in (cancelled, new)] == [[], []]


def test_hold_that_ended_lets_the_next_in():
    event = make_event(places=1, is_full=True)
    make_booking(event, state="asked", held_until=timezone.now() - timedelta(minutes=1))
    waiting = make_booking(event, state="waiting")
    reminders.remind()
    waiting.refresh_from_db()
    assert waiting.is_booked


@pytest.fixture
def restricted():
    return make_event(kind=make_kind("Learning Review"), is_restricted=True, title="About trust")


def invite(client, event, *emails):
    return text(client.post(people(event, "invite"), {"emails": "\n".join(emails)}, follow=True))


def test_invited_people_alone_see_and_book(client, editor_client, restricted):
    assert "Invited: 1." in invite(editor_client, restricted, ME.upper(), ME)
    (mail,) = mails_to(ME)
    assert "About trust" not in mail.subject + mail.body
    assert mail.subject == "You are invited: Learning Review"
    link = link_in(mail, "/learning-events/invited/")
    assert "About trust" in text(client.get(link))
    typed = {"name": "Pat", "agency": "other", "other_agency": "Sample Trust"}
    page = text(client.post(link, typed, follow=True))
    assert "Booked</strong>" in page
    assert "Your booking is kept." in text(client.get(link))
    client.post(link, typed)
    assert Booking.objects.count() == 1
    assert ask(client, restricted).status_code == 404


def test_invitation_ends_when_it_is_renewed_or_taken_back(client, editor_client, restricted):
    invite(editor_client, restricted, ME)
    invite(editor_client, restricted, ME)
    old, new = (link_in(mail, "/learning-events/invited/") for mail in mails_to(ME))
    assert [client.get(link).status_code for link in (old, new)] == [404, 200]
    pk = Invitation.objects.get().pk
    editor_client.post(people(restricted, "take_back"), {"pk": pk})
    assert client.get(new).status_code == 404


def test_full_restricted_event_has_a_waiting_list_and_missing_words_are_told(client, editor_client):
    event = make_event(is_restricted=True, places=1, is_full=True)
    make_booking(event)
    invite(editor_client, event, ME)
    link = link_in(mails_to(ME)[0], "/learning-events/invited/")
    assert "Enter your name" in text(client.post(link, {}))
    typed = {"name": "Pat", "agency": "other", "other_agency": "Sample Trust"}
    assert "On the waiting list" in text(client.post(link, typed, follow=True))
    LearningEvent.objects.update(has_waiting_list=False)
    Booking.objects.filter(state="waiting").delete()
    assert "no waiting list" in text(client.get(link))
    assert "no waiting list" in text(client.post(link, typed))


def test_wrong_addresses_and_events_that_need_no_invitation_are_told(editor_client, restricted):
    assert "Not an e-mail address: nobody" in invite(editor_client, restricted, "nobody")
    many = [f"nurse{n}@sample.example" for n in range(101)]
    assert "100 people at once" in invite(editor_client, restricted, *many)
    assert "nobody needs an invitation" in invite(editor_client, make_event(), ME)
    over = make_event(is_restricted=True, days=-3)
    assert "before it is over" in invite(editor_client, over, ME)
    assert not Invitation.objects.exists()


def test_who_came_is_noted_and_counted_by_agency(editor_client):
    event = make_event(days=-1)
    health = make_agency("Sample Health")
    came, away = make_booking(event, agency=health), make_booking(event, agency=health)
    noted = {"listed": [came.pk, away.pk], "came": [came.pk, "x"]}
    editor_client.post(people(event, "note"), noted)
    editor_client.post(people(event, "walk_in"), {"name": "Wim", "other_agency": "choir"})
    walked = {"name": "Wanda", "email": ME, "other_agency": "Choir"}
    editor_client.post(people(event, "walk_in"), walked)
    away.refresh_from_db()
    assert away.attendance == "stayed away"
    html = text(editor_client.get(people(event)))
    assert "Wanda" in html
    written = editor_client.get(f"/admin/events/learningevent/{event.pk}/attendance.csv")
    lines = written.getvalue().decode().split("\r\n")
    assert lines[1:3] == ["Sample Health,2,1", "choir,2,2"]


def test_what_cannot_be_noted_is_told(editor_client):
    event = make_event()
    page = editor_client.post(people(event, "note"), {"came": []}, follow=True)
    assert "from the start of the event on" in text(page)
    over = make_event(days=-1)
    page = editor_client.post(people(over, "walk_in"), {"name": "Wim"}, follow=True)
    assert "Choose an agency" in text(page)


def test_staff_cancel_a_booking_and_its_owner_is_told(editor_client):
    booking = make_booking(make_event())
    editor_client.post(people(booking.event, "remove"), {"pk": booking.pk})
    assert editor_client.post(people(booking.event, "remove"), {"pk": "x"}).status_code == 404
    assert subjects(booking.participant.email) == ["Your booking is cancelled"]
    words = " ".join(entry.event for entry in HistoryEntry.objects.of(booking.event))
    assert booking.name not in words


def test_certificate_is_for_who_came_and_tagged(client):
    booking = make_booking(make_event(days=-1, sessions=2, title="On trust"), name="Zoë Sample")
    address = f"{own_link_of(booking)}{booking.pk}/certificate/"
    assert client.get(address).status_code == 404
    Booking.objects.update(attendance="came")
    response = client.get(address)
    assert response["Content-Type"] == "application/pdf"
    assert "no-store" in response["Cache-Control"]
    content = b"".join(response.streaming_content) if response.streaming else response.content
    with opened(content) as document:
        words = document[0].get_textpage().get_text_bounded()
    assert len(content) > 1000
    for said in ("Zoë Sample", "Sample Trust", "On trust", "4 hours"):
        assert said in words
    assert b"/MarkInfo" in content or b"pdfuaid" in content


def test_certificate_of_a_restricted_event_names_its_kind_alone(restricted):
    booking = make_booking(restricted)
    restricted.sessions.update(ends_at=restricted.starts_at + timedelta(hours=1))
    with opened(make(booking)) as document:
        words = document[0].get_textpage().get_text_bounded()
    assert "Learning Review" in words
    assert "1 hour" in words
    assert "About trust" not in words


def feedback_link(client):
    event = make_event(days=-43)
    booking = make_booking(event, ME, attendance="came")
    make_booking(event, attendance="stayed away")
    for _ in range(2):
        reminders.remind()
    (mail,) = mails_to(booking.participant.email)
    return link_in(mail, "/learning-events/feedback/")


def test_feedback_is_asked_once_and_given_once_without_a_name(client, editor_client):
    link = feedback_link(client)
    assert "Choose whether you have used" in text(client.post(link, {}))
    typed = {"used": "often", "changed": "We meet monthly.", "helpful": "More time."}
    told = text(client.post(link, typed | {"changed": "Ring 0161 496 0000"}))
    assert "looks like a telephone number" in told
    assert "Thank you" in text(client.post(link, typed))
    assert client.post(link, typed).status_code == 404
    answer = Feedback.objects.get()
    assert not FeedbackLink.objects.exists()
    assert {field.name for field in Feedback._meta.fields} == {
        "id", "event", "used", "changed", "helpful", "given_on"
    }  # fmt: skip
    page = text(editor_client.get(people(answer.event)))
    assert "Yes, often: 1" in page
    assert "We meet monthly." not in page
    for _ in range(2):
        Feedback.objects.create(event=answer.event, used="no")
    assert "We meet monthly." in text(editor_client.get(people(answer.event)))


@pytest.mark.parametrize(("days", "weeks"), [(-20, 6), (-120, 6), (-43, 0)])
def test_feedback_is_asked_in_its_time_alone(days, weeks):
    kind = make_kind("Training", feedback_weeks=weeks)
    make_booking(make_event(kind=kind, days=days), ME, attendance="came")
    reminders.remind()
    assert mails_to(ME) == []


def test_everything_of_people_is_deleted_when_its_time_is_over_and_numbers_stay(editor_client):
    kind = make_kind("Conference", months_kept=3)
    due, later = make_event(kind=kind, days=-120), make_event(kind=kind, days=-30)
    make_booking(due, ME, attendance="came")
    make_booking(due)
    make_booking(later)
    Participant.objects.update(created_at=timezone.now() - LONG_AGO)
    before = counts_of(due)
    for _ in range(2):
        background.work()
    due.refresh_from_db()
    assert Booking.objects.get().event == later
    assert Participant.objects.count() == 1
    assert counts_of(due) == before
    assert before[0].came == 1
    assert "the numbers stay" in text(editor_client.get(people(due)))


def test_needs_and_what_nobody_confirmed_go_earlier():
    needs = make_booking(make_event(days=-1), access_needs="Ramp")
    coming = make_booking(make_event(), access_needs="Ramp")
    make_booking(make_event(), state="asked", asked_at=timezone.now() - timedelta(days=8))
    make_booking(make_event(days=-1), state="asked")
    background.work()
    assert set(Booking.objects.values_list("pk", flat=True)) == {needs.pk, coming.pk}
    needs.refresh_from_db()
    coming.refresh_from_db()
    assert (needs.access_needs, coming.access_needs) == (None, "Ramp")


def test_links_that_have_run_out_and_people_without_anything_go():
    participant = Participant.objects.known_by(ME)
    participant.links.make(participant=participant, expires_at=timezone.now())
    Participant.objects.update(created_at=timezone.now() - LONG_AGO)
    background.work()
    assert not Participant.objects.exists()


def test_worker_does_all_of_it():
    booking = booked_long_ago(make_event(days=6))
    call_command("tick")
    booking.refresh_from_db()
    assert booking.reminded_week_at


def test_mailbox_is_found_again_after_its_hash_was_renewed(settings):
    person = Participant.objects.known_by(ME)
    assert str(person) == f"Participant {person.pk}"
    new_key = "cmVuZXdlZC1rZXktZm9yLXRlc3RzLW9ubHktMDEyMzQ="
    settings.FIELD_ENCRYPTION_KEYS = [new_key, *settings.FIELD_ENCRYPTION_KEYS]
    assert Participant.objects.of(ME).get() == person
    assert keyed_hashes.outdated() == 1
    assert list(keyed_hashes.renew(100)) == [1]
    assert keyed_hashes.outdated() == 0
    assert Participant.objects.known_by(ME.upper()) == person
