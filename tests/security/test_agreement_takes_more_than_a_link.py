"""A link alone shows nothing: its token is a digest in the database, the rest takes a code."""

import logging

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from referrals.description.for_the_manager import SEEN, rows_for_the_manager
from referrals.description.pages import questions
from referrals.models import AgreementLink, AuditEvent, Verb
from tests.factories.agreement import (
    answer,
    asked,
    newest_code,
    newest_mail,
    prove,
    the_agreement,
)
from tests.factories.referrals import received, text_of
from tests.security.test_case_data_exists_in_one_place import MARKER, every_row_as_text, marked
from tscb.common.mail import deliver_due

pytestmark = pytest.mark.django_db
PAGES = ("", "code/", "answer/")


@pytest.fixture
def token() -> str:
    return asked(received(**marked()))


def writes(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    statements = [query["sql"] for query in captured]
    return [sql for sql in statements if not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE"))]


def test_link_alone_shows_nothing_of_the_case_and_of_nobody(client, token):
    for rest in PAGES:
        shown = text_of(client.get(f"/agreement/{token}/{rest}", follow=True))
        assert MARKER not in shown
        assert "Morgan" not in shown
        assert the_agreement().referral.reference not in shown


@pytest.mark.parametrize("rest", PAGES)
def test_looking_writes_nothing(client, token, rest):
    assert writes(client, f"/agreement/{token}/{rest}") == []


def test_reading_is_recorded_in_the_same_transaction(client, token):
    prove(client, token)
    (written,) = writes(client, f"/agreement/{token}/answer/")
    assert written.startswith('INSERT INTO "referrals_auditevent"')
    assert AuditEvent.objects.filter(verb=Verb.READ).count() == 1


def failing(*args, **kwargs):
    raise RuntimeError(MARKER)


def test_nothing_is_shown_when_the_reading_cannot_be_recorded(client, token, monkeypatch, capsys):
    prove(client, token)
    monkeypatch.setattr("referrals.agreement.answering.note", failing)
    client.raise_request_exception = False
    response = client.get(f"/agreement/{token}/answer/")
    assert response.status_code == 500
    assert MARKER not in text_of(response) + capsys.readouterr().err


def test_neither_token_nor_code_nor_session_stands_in_the_database(client, token):
    client.post(f"/agreement/{token}/")
    code = newest_code()
    client.post(f"/agreement/{token}/code/", {"code": code})
    session = client.cookies["mailbox_proved"].value
    rows = every_row_as_text()
    assert token not in rows
    assert session not in rows
    assert code not in AgreementLink.objects.get().code_digest
    assert not any(secret.encode().hex() in rows for secret in (token, session))


def test_what_was_sent_is_wiped_from_the_outbox(client, token):
    client.post(f"/agreement/{token}/")
    deliver_due()
    assert newest_mail().body == ""


def test_answer_and_names_are_encrypted(client, token):
    prove(client, token)
    answer(client, token, answer="declined", reason=f"{MARKER} reason")
    rows = every_row_as_text()
    assert MARKER not in rows
    assert MARKER.encode().hex() not in rows
    assert "morgan.sample" not in rows


def test_marker_is_in_no_mail_log_title_or_address(client, token, mailoutbox, caplog):
    caplog.set_level(logging.DEBUG)
    prove(client, token)
    shown = client.get(f"/agreement/{token}/answer/")
    assert MARKER in text_of(shown)
    answer(client, token, answer="declined", reason=f"{MARKER} reason")
    deliver_due()
    assert len(mailoutbox) == 3
    assert not any(MARKER in mail.subject + mail.body for mail in mailoutbox)
    assert MARKER not in caplog.text
    page = text_of(shown)
    assert MARKER not in page[page.index("<title>") : page.index("</title>")]


def test_mail_to_the_manager_says_nothing_of_a_child_or_of_anybody(client, token, mailoutbox):
    client.post(f"/agreement/{token}/")
    deliver_due()
    for mail in mailoutbox:
        words = (mail.subject + mail.body).lower()
        for word in ("child", "safeguarding", "referral", "sample", "r-"):
            assert word not in words.replace(token.lower(), "")


def test_cookie_is_for_this_link_alone_and_for_no_script(client, token):
    morsel = prove(client, token).cookies["mailbox_proved"]
    assert morsel["path"] == f"/agreement/{token}/"
    assert morsel["httponly"]
    assert morsel["samesite"] == "Lax"
    assert not morsel["expires"]
    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_session_of_one_link_opens_no_other(client, token):
    prove(client, token)
    other = asked(received())
    thief = Client()
    thief.cookies["mailbox_proved"] = client.cookies["mailbox_proved"].value
    assert thief.get(f"/agreement/{other}/answer/").status_code == 302


def test_manager_s_pages_are_kept_by_no_cache_and_named_to_no_other_site(client, token):
    prove(client, token)
    for rest in ("", "answer/"):
        response = client.get(f"/agreement/{token}/{rest}")
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["Referrer-Policy"] == "same-origin"


def test_manager_is_shown_nothing_that_identifies_a_child_or_an_address():
    asked_for = {question.name: question for question in questions()}
    assert set(SEEN) <= set(asked_for)
    named = {name for name in SEEN if asked_for[name].identifies}
    assert named == {"referrer_name"}


def test_manager_is_shown_why_and_what_happened():
    names = {row.name for row in rows_for_the_manager(received().answers)}
    assert names >= {"referrer_name", "referrer_job_title", "referrer_agency", "outline", "purpose"}
