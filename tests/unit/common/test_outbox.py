"""Mail that waits, is sent, and is tried again."""

from datetime import timedelta

import pytest
from django.core import mail as sent
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from tscb.common import mail
from tscb.common.mail.outbox import WAITS
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
NO_SERVER = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_PORT": 1}


class Choosy(BaseEmailBackend):
    """A mail server that breaks on one recipient."""

    def send_messages(self, messages):
        for message in messages:
            if "broken" in message.to[0]:
                raise RuntimeError("an error that nobody thought of")
        return len(messages)


def put(to="panel@board.example", **fields):
    message = mail.queue(to=to, subject="A referral", body="It waits in the panel's list.")
    OutgoingMail.objects.filter(pk=message.pk).update(**fields)
    return message


def without_server(settings):
    for name, value in NO_SERVER.items():
        setattr(settings, name, value)


def test_queue_sends_nothing_yet():
    assert put().state == OutgoingMail.State.WAITING
    assert sent.outbox == []


def test_queue_is_part_of_the_act():
    """Where the act is undone its message is, too."""
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012 - both belong together
        put()
        raise RuntimeError
    assert not OutgoingMail.objects.exists()


def test_old_messages_are_forgotten_but_for_those_that_wait():
    old = timezone.now() - timedelta(days=91)
    put(queued_at=old, state="sent", sent_at=old)
    put(queued_at=old, state="given up")
    waiting, young = put(queued_at=old), put(state="given up")
    mail.forget_old()
    assert set(OutgoingMail.objects.all()) == {waiting, young}


def test_deliver_sends_what_waits_once():
    message = put()
    assert mail.deliver_due() == 1
    assert mail.deliver_due() == 0
    [letter] = sent.outbox
    assert (letter.to, letter.subject) == (["panel@board.example"], "A referral")
    message.refresh_from_db()
    assert message.state == OutgoingMail.State.SENT
    assert message.sent_at is not None
    assert message.body == ""


def test_deliver_stops_at_the_limit():
    for _ in range(3):
        put()
    assert mail.deliver_due(limit=2) == 2
    assert len(sent.outbox) == 2


def test_deliver_leaves_what_is_not_due():
    put(next_attempt_at=timezone.now() + timedelta(minutes=1))
    assert mail.deliver_due() == 0


def test_deliver_that_fails_is_tried_later(settings):
    without_server(settings)
    message = put()
    assert mail.deliver_due() == 1
    message.refresh_from_db()
    assert (message.state, message.attempts) == (OutgoingMail.State.WAITING, 1)
    assert WAITS[0] > message.next_attempt_at - timezone.now() > WAITS[0] - timedelta(minutes=1)


def test_deliver_gives_up_in_the_end(settings):
    without_server(settings)
    message = put(attempts=len(WAITS))
    mail.deliver_due()
    message.refresh_from_db()
    assert message.state == OutgoingMail.State.GIVEN_UP
    assert message.body == ""
    assert mail.deliver_due() == 0


def test_text_that_waits_is_not_readable_in_the_database():
    put()
    with connection.cursor() as cursor:
        cursor.execute("select m::text from common_outgoingmail m")
        assert b"panel's list".hex() not in str(row := cursor.fetchall())
        assert "panel's list" not in str(row)


def test_deliver_goes_on_after_the_longest_wait(settings):
    without_server(settings)
    message = put(attempts=len(WAITS) - 1)
    mail.deliver_due()
    message.refresh_from_db()
    assert message.state == OutgoingMail.State.WAITING


@pytest.mark.parametrize("subject", ["A\nBcc: everybody", "fine"])
def test_deliver_one_bad_message_holds_up_no_other(settings, subject):
    settings.EMAIL_BACKEND = f"{__name__}.Choosy"
    put(to="broken@board.example", subject=subject)
    good = put()
    assert mail.deliver_due() == 2
    good.refresh_from_db()
    assert good.state == OutgoingMail.State.SENT


def test_deliver_logs_no_address_and_no_word(settings, caplog):
    without_server(settings)
    put()
    mail.deliver_due()
    assert "was not sent" in caplog.text
    assert "panel@board.example" not in caplog.text
    assert "A referral" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_deliver_leaves_what_another_worker_holds():
    message = put()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("begin")
            cursor.execute(
                "select 1 from common_outgoingmail where id = %s for update", [message.pk]
            )
            assert mail.deliver_due() == 0
            cursor.execute("rollback")  # the server itself notices a closed line a little later
    finally:
        other.close()
    assert mail.deliver_due() == 1


def test_sent_means_that_there_is_a_time():
    with pytest.raises(IntegrityError):
        put(state=OutgoingMail.State.SENT)


def test_message_names_itself():
    assert str(put()) == "A referral (Waiting)"
