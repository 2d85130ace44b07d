"""Each letter is handed over once; what its end means depends on how far it came."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests.factories.bulletin import make_delivery, make_edition, make_subscriber
from tests.factories.mail_server import BREAK, Mailboxes
from tscb.bulletin.bounces.return_address import return_address
from tscb.bulletin.models import Delivery, DeliveryState, Edition, Sending, Subscriber
from tscb.bulletin.sending import queue_edition
from tscb.bulletin.sending.handing import How
from tscb.bulletin.sending.noting import LOST_AFTER, note
from tscb.bulletin.sending.turn import send_due
from tscb.common import mail
from tscb.common.mail.outbox import WAITS

pytestmark = pytest.mark.django_db
State = DeliveryState


def answering(mailboxes: Mailboxes, step: str, said: str | None, mailbox: str = "") -> None:
    """At this step, for this mailbox or for all."""
    mailboxes.answers = lambda command, to: (
        said if command == step and mailbox in ("", to) else None
    )


def test_letter_goes_once_on_one_line_for_all(mailboxes):
    for _ in range(3):
        make_subscriber()
    queue_edition(edition := make_edition())
    assert (send_due(), send_due()) == (3, 0)
    assert len({letter.mailbox for letter in mailboxes.got}) == len(mailboxes.got) == 3
    assert mailboxes.lines == 1
    rows = Delivery.objects.filter(edition=edition, state=State.SENT, sent_at__isnull=False)
    assert rows.count() == 3


def test_head_of_a_letter_says_how_to_leave_and_that_it_went_to_many(mailboxes, settings):
    settings.SITE_ADDRESS = "https://board.example"
    delivery = make_delivery(subscriber=make_subscriber("nurse@trust.example"))
    send_due()
    [letter] = mailboxes.got
    head = letter.message
    assert head["To"] == letter.mailbox == "nurse@trust.example"
    assert head["From"] == settings.DEFAULT_FROM_EMAIL
    key = delivery.subscriber.key
    assert (
        head["List-Unsubscribe"].strip()
        == f"<https://board.example/e-bulletin/stop/bulletin/{key}/>"
    )
    assert head["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert head["List-Id"] == "<bulletin.board.example>"
    assert head["Precedence"] == "bulk"
    assert head["Auto-Submitted"] == "auto-generated"
    assert head["Message-ID"].startswith(f"<{delivery.pk}.")
    kinds = [part.get_content_type() for part in head.iter_parts()]
    assert kinds == ["text/plain", "text/html"]


def test_letter_tried_again_has_the_same_number(mailboxes):
    answering(mailboxes, "TAKEN", BREAK)
    make_delivery()
    send_due()
    Delivery.objects.update(state=State.WAITING, next_attempt_at=timezone.now())
    send_due()
    first, second = mailboxes.got
    assert first.message["Message-ID"] == second.message["Message-ID"]


@pytest.mark.parametrize(
    ("step", "said", "state"),
    [
        ("MAIL", "451 not now", State.WAITING),
        ("MAIL", "550 not you", State.WAITING),
        ("MAIL", BREAK, State.WAITING),
        ("RCPT", "451 come back later", State.WAITING),
        ("RCPT", "421 closing", State.WAITING),
        ("RCPT", "550 5.1.1 nobody here", State.GIVEN_UP),
        ("RCPT", "550 5.7.1 your address is blocked", State.WAITING),
        ("RCPT", BREAK, State.WAITING),
        ("DATA", "451 not now", State.WAITING),
        ("DATA", "554 no", State.GIVEN_UP),
        ("DATA", BREAK, State.WAITING),
        (".", "451 not now", State.WAITING),
        (".", "554 5.6.0 no", State.GIVEN_UP),
        (".", "554 5.7.1 looks like spam", State.WAITING),
        (".", BREAK, State.UNSURE),
        ("TAKEN", BREAK, State.UNSURE),
    ],
)
def test_answer_decides_what_becomes_of_a_letter(mailboxes, step, said, state):
    answering(mailboxes, step, said)
    delivery = make_delivery()
    assert send_due() == 1
    delivery.refresh_from_db()
    assert delivery.state == state
    assert delivery.attempts == 1
    if state == State.WAITING:
        assert WAITS[0] - timedelta(seconds=30) < delivery.next_attempt_at - timezone.now()
    assert send_due() == 0


def test_letter_is_given_up_after_the_last_attempt(mailboxes):
    answering(mailboxes, "RCPT", "451 come back later")
    delivery = make_delivery(attempts=len(WAITS))
    send_due()
    delivery.refresh_from_db()
    assert delivery.state == State.GIVEN_UP


@pytest.mark.parametrize(
    ("said", "attempts", "bounces", "is_stopped"),
    [
        ("550 5.1.1 nobody here", 0, 3, True),
        ("550 5.2.1 not in use", 0, 3, False),
        ("452 4.2.2 full", len(WAITS), 1, False),
        ("452 4.2.2 full", 0, 0, False),
        ("550 5.7.1 your address is blocked", len(WAITS), 0, False),
    ],
)
def test_refusal_of_the_mailbox_counts_as_a_bounce(mailboxes, said, attempts, bounces, is_stopped):
    """What is the fault of the site's own mail server is held against nobody."""
    answering(mailboxes, "RCPT", said)
    reader = make_delivery(attempts=attempts).subscriber
    send_due()
    reader.refresh_from_db()
    assert (reader.bounces, bool(reader.stopped_at)) == (bounces, is_stopped)


def test_letter_comes_back_to_an_address_of_its_own(mailboxes, settings):
    settings.BULLETIN_RETURN_ADDRESS = "bounces@board.example"
    delivery = make_delivery()
    send_due()
    [letter] = mailboxes.got
    assert letter.sender == return_address(delivery)
    assert letter.message["From"] == settings.DEFAULT_FROM_EMAIL


def test_one_refused_mailbox_holds_up_no_other(mailboxes):
    answering(mailboxes, "RCPT", "550 5.1.1 nobody here", "gone@trust.example")
    make_delivery(subscriber=make_subscriber("gone@trust.example"))
    make_delivery(subscriber=make_subscriber("here@trust.example"))
    assert send_due() == 2
    assert [letter.mailbox for letter in mailboxes.got] == ["here@trust.example"]


def test_server_that_is_away_costs_no_letter_an_attempt(mailboxes, settings, caplog):
    settings.EMAIL_PORT = 1
    delivery = make_delivery()
    assert send_due() == 0
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.WAITING, 0)
    assert "The mail server did not answer" in caplog.text


@pytest.mark.parametrize(
    ("age", "state"),
    [(LOST_AFTER, State.UNSURE), (LOST_AFTER - timedelta(minutes=1), State.SENDING)],
)
def test_letter_whose_process_ended_is_not_sent_again(mailboxes, age, state):
    then = timezone.now() - age
    delivery = make_delivery(state=State.SENDING, attempts=1, started_at=then)
    assert send_due() == 0
    delivery.refresh_from_db()
    assert delivery.state == state
    assert mailboxes.got == []


@pytest.mark.parametrize(
    ("state", "noted"), [(State.UNSURE, State.SENT), (State.WAITING, State.WAITING)]
)
def test_process_that_comes_back_knows_better(state, noted):
    delivery = make_delivery(state=state)
    note(delivery.pk, How.SENT)
    delivery.refresh_from_db()
    assert delivery.state == noted


@pytest.mark.parametrize(
    "changed",
    [{"stopped_at": timezone.now()}, {"wants_bulletin": False}, {"confirmed_at": None}],
)
def test_who_does_not_want_it_any_more_gets_nothing(mailboxes, changed):
    delivery = make_delivery()
    Subscriber.objects.update(**changed)
    assert send_due() == 1
    delivery.refresh_from_db()
    assert delivery.state == State.DROPPED
    assert mailboxes.got == []


def test_who_left_gets_nothing_and_the_number_stays(mailboxes):
    delivery = make_delivery()
    Subscriber.objects.all().delete()
    send_due()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.subscriber) == (State.DROPPED, None)


@pytest.mark.parametrize(
    ("sending", "state"), [(Sending.PAUSED, State.WAITING), (Sending.STOPPED, State.DROPPED)]
)
def test_edition_that_staff_hold_does_not_go(mailboxes, sending, state):
    held, other = make_delivery(), make_delivery()
    Edition.objects.filter(pk=held.edition_id).update(sending=sending)
    send_due()
    assert [letter.mailbox for letter in mailboxes.got] == [other.subscriber.email]
    held.refresh_from_db()
    assert held.state == state


def test_ordinary_mail_goes_first(mailboxes):
    make_delivery()
    mail.queue(to="panel@board.example", subject="A referral", body="It waits.")
    assert send_due() == 0
    mail.deliver_due()
    assert send_due() == 1
    first, _ = mailboxes.got
    assert first.mailbox == "panel@board.example"


def test_turn_is_short(mailboxes):
    make_delivery()
    assert send_due(longest=0) == 0


def test_letter_that_cannot_be_written_holds_up_no_other(mailboxes, caplog):
    broken, fine = make_delivery(), make_delivery()
    Subscriber.objects.filter(pk=broken.subscriber_id).update(email="two\nlines@trust.example")
    assert send_due() == 2
    broken.refresh_from_db()
    assert (broken.state, broken.attempts) == (State.WAITING, 1)
    assert [letter.mailbox for letter in mailboxes.got] == [fine.subscriber.email]


@pytest.mark.parametrize("column", ["email", "key"])
def test_letter_to_a_mailbox_that_no_key_opens_holds_up_no_other(mailboxes, column):
    lost, fine = make_delivery(), make_delivery()
    with connection.cursor() as cursor:
        cursor.execute(
            f"update bulletin_subscriber set {column} = 'lost' where id = %s",  # noqa: S608 - names of our own
            [lost.subscriber_id],
        )
    assert send_due() == 2
    lost = Delivery.objects.get(pk=lost.pk)
    assert (lost.state, lost.attempts) == (State.WAITING, 1)
    assert [letter.mailbox for letter in mailboxes.got] == [fine.subscriber.email]


def test_log_names_no_address_and_no_subject(mailboxes, caplog):
    caplog.set_level("DEBUG")
    answering(mailboxes, "MAIL", BREAK)
    delivery = make_delivery()
    send_due()
    assert "was not handed over" in caplog.text
    assert delivery.subscriber.email not in caplog.text
    assert delivery.edition.title not in caplog.text


@pytest.mark.parametrize(("ago", "dealt_with"), [(59, 0), (61, 2)])
def test_rate_holds_over_workers_and_restarts(mailboxes, settings, ago, dealt_with):
    """The database counts what was begun within the last minute, by whomever."""
    settings.BULLETIN_MAILS_A_MINUTE = 2
    then = timezone.now() - timedelta(seconds=ago)
    for _ in range(2):
        make_delivery(state=State.SENT, started_at=then)
    for _ in range(3):
        make_delivery()
    assert send_due() == dealt_with
    assert send_due() == 0
    assert Delivery.objects.filter(state=State.WAITING).count() == 3 - dealt_with
