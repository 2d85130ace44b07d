"""Nobody learns who gets our letters: choices open with the key in a letter alone, looking ends
nothing, and no answer, log or database in clear says whether a mailbox is known.
"""

import logging

import pytest
from django.db import connection
from django.test import Client

from tests.factories.bulletin import make_subscriber
from tests.factories.outbox import mails_to
from tests.integration.bulletin.test_subscribing import ask, text
from tscb.bulletin.models import Subscriber
from tscb.bulletin.subscribing.limits import FROM_ONE_ADDRESS, TO_ONE_MAILBOX
from tscb.common import honeypot
from tscb.common.logs import SECRET

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "known@sample.example", "unknown@sample.example"
LONG_AGO = "2026-01-01T00:00Z"


def test_asking_answers_the_same_for_known_and_unknown_mailboxes(client):
    reader = make_subscriber(KNOWN, asked_at=LONG_AGO)
    moving = f"/e-bulletin/mine/{reader.key}/address/"
    for answers in (
        [ask(client, email).url for email in (KNOWN, UNKNOWN)],
        [client.post("/e-bulletin/mine/", {"email": e}).url for e in (KNOWN, "no@e.example")],
        [text(client.post(moving, {"email": e})) for e in (UNKNOWN, "no@e.example")],
    ):
        assert answers[0] == answers[1]
    assert len(mails_to("no@e.example")) == 1  # that it may become somebody's new address


def test_key_opens_its_own_alone(client):
    mine, other = make_subscriber(KNOWN), make_subscriber(UNKNOWN)
    page = text(client.get(f"/e-bulletin/mine/{mine.key}/"))
    assert KNOWN in page
    assert UNKNOWN not in page
    for what in ("", "confirm/", "change/", "address/", "delete/"):
        guess = client.post(f"/e-bulletin/mine/{other.key[:-1]}/{what}")
        assert guess.status_code == 404
        assert "This link does not work" in text(guess)
    assert Subscriber.objects.count() == 2


def test_looking_changes_nothing_and_is_kept_nowhere(client):
    reader = make_subscriber(KNOWN, confirmed_at=None, alerted_until=None)
    before = Subscriber.objects.values().get()
    own = [f"mine/{reader.key}/{what}" for what in ("", "confirm/", "change/", "delete/")]
    for path in (*own, f"stop/bulletin/{reader.key}/", f"stop/alerts/{reader.key}/"):
        for ask_for in (client.get, client.head):
            response = ask_for(f"/e-bulletin/{path}")
            assert "no-store" in response["Cache-Control"]
            assert "noindex" in response["X-Robots-Tag"]
            assert response["Referrer-Policy"] == "same-origin"
            assert not response.cookies or response.cookies.keys() == {"csrftoken"}
    assert Subscriber.objects.values().get() == before


def test_mail_program_leaves_without_cookie_or_token():
    reader = make_subscriber(KNOWN)
    strict = Client(enforce_csrf_checks=True)
    one_click = {"data": "List-Unsubscribe=One-Click", "headers": {"Origin": "null"}}
    form = "application/x-www-form-urlencoded"
    for _ in range(2):
        stop = f"/e-bulletin/stop/bulletin/{reader.key}/"
        response = strict.post(stop, content_type=form, **one_click)
        assert (response.status_code, dict(response.cookies)) == (200, {})
    assert not Subscriber.objects.exists()


def test_everything_else_takes_more_than_a_post_from_elsewhere():
    reader = make_subscriber(KNOWN)
    strict = Client(enforce_csrf_checks=True)
    for path in ("subscribe/", "mine/", f"mine/{reader.key}/delete/"):
        assert strict.post(f"/e-bulletin/{path}").status_code == 403
    assert Subscriber.objects.get() == reader


def test_addresses_do_not_stand_in_the_database_or_a_log_in_clear(client, caplog):
    with caplog.at_level(logging.DEBUG):
        ask(client, "plantedmarker@sample.example")
        reader = Subscriber.objects.get()
        client.post(f"/e-bulletin/mine/{reader.key}/address/", {"email": "plantedmarker@b.example"})
        client.post(f"/e-bulletin/stop/bulletin/{reader.key}wrong/")
    assert "plantedmarker" not in caplog.text
    with connection.cursor() as cursor:
        for table in ("bulletin_subscriber", "bulletin_addresschange"):
            cursor.execute(f"SELECT {table}::text FROM {table}")  # noqa: S608 - our own names
            found = str(cursor.fetchall())
            assert len(found) > 50
            assert "plantedmarker" not in found
            assert b"plantedmarker".hex() not in found
            assert reader.key not in found


def test_one_mailbox_is_not_filled_and_programs_that_fill_in_everything_reach_nobody(client):
    make_subscriber(KNOWN)
    for _ in range(TO_ONE_MAILBOX + 2):
        Subscriber.objects.update(asked_at=LONG_AGO)
        client.post("/e-bulletin/mine/", {"email": KNOWN})
    assert len(mails_to(KNOWN)) == TO_ONE_MAILBOX
    caught = ask(client, UNKNOWN, **{honeypot.FIELD: "spam"})
    assert "Please press the button once more" in caught.content.decode()
    assert not Subscriber.objects.of(UNKNOWN).exists()
    answers = {ask(client, KNOWN).status_code for _ in range(FROM_ONE_ADDRESS + 1)}
    assert answers == {302, 429}


@pytest.mark.parametrize("door", ["mine", "address", "stop/alerts", "stop/bulletin"])
def test_log_line_holds_no_key(door):
    assert SECRET.sub(r"\1…", f"/e-bulletin/{door}/secret/x/") == f"/e-bulletin/{door}/…/x/"
