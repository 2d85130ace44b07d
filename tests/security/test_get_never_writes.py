"""Promise 2: looking at a page changes nothing, except the audit of reading."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from referrals.description.pages import SECTIONS
from referrals.form.journey import address
from tests.factories import make_person, sign_in
from tests.factories.referrals import CHILD_ADDRESS, filled_in, received, send, start
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "/refer/",
    *(address(section) for section in SECTIONS),
    CHILD_ADDRESS,
    "/refer/children/children-1/remove/",
    "/refer/check/",
    "/refer/files/",
    "/refer/sent/",
    "/refer/status/",
    "/refer/status/add/",
    "/refer/status/withdraw/",
    "/refer/return/",
    "/refer/later/",
    "/refer/leave/",
    "/refer/delete/",
]


def writes(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(address)
    statements = [query["sql"] for query in captured]
    harmless = ("SELECT", "(SELECT", "SAVEPOINT", "RELEASE")
    return [sql for sql in statements if not sql.startswith(harmless)]


@pytest.mark.parametrize("state", ["nobody", "draft", "complete", "sent"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_looking_at_the_form_writes_nothing(client, address, state):
    if state == "draft":
        start(client)
    if state in ("complete", "sent"):
        filled_in(client)
    if state == "sent":
        send(client)
    assert writes(client, address) == []


def test_looking_at_the_panel_writes_the_audit_alone(client):
    referral = received()
    sign_in(client, make_person(Role.PANEL_MEMBER))
    assert writes(client, "/panel/") == []
    (written,) = writes(client, f"/panel/referrals/{referral.pk}/")
    assert written.startswith('INSERT INTO "referrals_auditevent"')
