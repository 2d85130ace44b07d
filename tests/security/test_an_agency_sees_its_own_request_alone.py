"""What an agency gets to see: what it is asked, after a link and a code. Nothing of the case."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from referrals.models import Status, Summary, SummaryLink
from tests.factories.referrals import received, text_of
from tests.factories.summaries import (
    HEALTH,
    SCHOOL,
    asked,
    code_for,
    fill_in,
    prove,
    send,
    token_for,
)
from tests.security.test_case_data_exists_in_one_place import MARKER, every_row_as_text, marked
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
PAGES = (
    *("", "code/", "tasks/", "check/", "nothing-known/", "colleague/", "later/", "add/"),
    *("pages/involvement/", "pages/key-dates/", "pages/key-dates/a/about/"),
    "pages/key-dates/a/remove/",
)


@pytest.fixture
def tokens():
    asked(HEALTH, SCHOOL, referral=received(**marked()))
    return token_for(HEALTH.email), token_for(SCHOOL.email)


def shown(client, token):
    return "".join(text_of(client.get(f"/summary/{token}/{page}", follow=True)) for page in PAGES)


def test_link_alone_names_nobody_and_writes_nothing(client, tokens):
    with CaptureQueriesContext(connection) as captured:
        seen = shown(client, tokens[0])
    assert "Robin" not in seen
    assert HEALTH.name not in seen
    reading = ("SELECT", "(SELECT", "SAVEPOINT", "RELEASE")
    assert [q["sql"] for q in captured if not q["sql"].startswith(reading)] == []


def test_nothing_of_the_referral_and_of_another_agency_is_shown_or_mailed(client, tokens):
    health = tokens[0]
    prove(client, health)
    seen = shown(client, health)
    fill_in(client, health)
    seen += shown(client, health) + text_of(send(client, health)) + shown(client, health)
    mails = [mail for mail in OutgoingMail.objects.all() if mail.to in (HEALTH.email, SCHOOL.email)]
    seen += "".join(mail.subject + mail.body for mail in mails)
    assert "Robin" in seen
    assert MARKER not in seen
    assert SCHOOL.name not in seen
    assert "Robin" not in "".join(mail.subject + mail.body for mail in mails)


def test_code_of_one_agency_opens_no_other(client, tokens):
    health, school = tokens
    client.post(f"/summary/{health}/")
    client.post(f"/summary/{school}/")
    client.post(f"/summary/{school}/code/", {"code": code_for(HEALTH.email)})
    assert client.get(f"/summary/{school}/tasks/").status_code == 302


def test_session_of_one_agency_opens_no_other(client, tokens):
    health, school = tokens
    prove(client, health)
    other = Client()
    for cookie in client.cookies.values():
        other.cookies[cookie.key] = cookie.value
    assert other.get(f"/summary/{health}/tasks/").status_code == 200
    assert other.get(f"/summary/{school}/tasks/").status_code == 302


@pytest.mark.parametrize("page", PAGES)
def test_wrong_token_is_not_found(client, tokens, page):
    assert client.get(f"/summary/{tokens[0]}x/{page}").status_code == 404
    assert client.post(f"/summary/{tokens[0]}x/{page}").status_code == 404


@pytest.mark.parametrize("status", [Status.DECIDED, Status.WITHDRAWN, Status.CLOSED])
def test_links_end_with_the_case(client, tokens, status):
    health = tokens[0]
    prove(client, health)
    referral = Summary.objects.first().referral
    referral.status = status
    referral.save()
    assert "Nothing more is asked" in text_of(client.get(f"/summary/{health}/"))
    for page in PAGES[1:]:
        assert client.get(f"/summary/{health}/{page}").status_code == 302
        client.post(f"/summary/{health}/{page}", {"text": "x"})
    summary = Summary.objects.get(number=1)
    assert (summary.answers, summary.additions.count()) == ({}, 0)


def test_pages_are_kept_by_nobody_and_named_to_nobody(client, tokens):
    prove(client, tokens[0])
    for page in ("", "tasks/", "pages/involvement/"):
        headers = client.get(f"/summary/{tokens[0]}/{page}").headers
        assert "no-store" in headers["Cache-Control"]
        assert headers["Referrer-Policy"] == "same-origin"


def test_what_an_agency_writes_stands_nowhere_in_clear(client, tokens):
    prove(client, tokens[0])
    client.post(f"/summary/{tokens[0]}/pages/involvement/", {"involvement": "Wordofanagency"})
    rows = every_row_as_text()
    for secret in ("Wordofanagency", tokens[0], HEALTH.email, HEALTH.name, "Robin"):
        assert secret not in rows
    assert SummaryLink.objects.count() == 2
