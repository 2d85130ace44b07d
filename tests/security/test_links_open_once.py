"""A link that opens a referral: once, not for long, only by a press of a button; and whoever asks
for one learns nothing of what there is.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from psycopg2 import sql

from referrals.models import DraftKey, KeyKind, LinkRequest
from tests.factories.outbox import link_in, mails_to
from tests.factories.referrals import filled_in, the_referral

pytestmark = pytest.mark.django_db
ME = "pat.practitioner@school.example"


@pytest.fixture
def path(client: Client) -> str:
    filled_in(client)
    client.post("/refer/later/", {"email": ME})
    return link_in(mails_to(ME)[0], "/refer/open/")


def opens(path: str) -> bool:
    response = Client().post(path, {"press": uuid4()})
    return "referral_draft" in response.cookies


def test_link_opens_once(path: str) -> None:
    assert opens(path)
    assert not opens(path)


def test_looking_at_a_link_neither_opens_nor_uses_it(path: str) -> None:
    """Programs that check mail follow every link in it."""
    for _ in range(3):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = Client().get(path)
        assert "referral_draft" not in response.cookies
        assert not [q for q in queries if not q["sql"].lstrip().upper().startswith("SELECT")]
    assert opens(path)


def test_link_is_over_after_its_time(path: str) -> None:
    until = DraftKey.objects.get(kind=KeyKind.LINK).expires_at
    assert until < timezone.now() + timedelta(hours=24)
    DraftKey.objects.filter(kind=KeyKind.LINK).update(expires_at=timezone.now())
    assert not opens(path)
    assert Client().get(path).status_code == 404


def test_saving_does_not_make_a_link_last_longer(path: str) -> None:
    before = DraftKey.objects.get(kind=KeyKind.LINK).expires_at
    the_referral().touch()
    assert DraftKey.objects.get(kind=KeyKind.LINK).expires_at == before


def test_press_of_somebody_else_does_not_open_a_used_link(path: str) -> None:
    assert opens(path)
    for press in ("", "nonsense", str(uuid4())):
        assert "referral_draft" not in Client().post(path, {"press": press}).cookies


def test_link_is_no_cookie_and_no_code(path: str) -> None:
    token = path.split("/")[3]
    thief = Client()
    thief.cookies["referral_draft"] = token
    assert thief.get("/refer/check/").status_code == 404
    assert "referral_draft" not in Client().post("/refer/return/", {"code": token}).cookies


def test_database_holds_neither_link_nor_address_in_clear(path: str) -> None:
    Client().post("/refer/return/", {"reference": the_referral().reference, "email": ME})
    tables = ("referrals_draftkey", "referrals_referral", "referrals_linkrequest")
    with connection.cursor() as cursor:
        for table in (*tables, "common_outgoingmail", "referrals_auditevent"):
            whole = sql.SQL("select {0}::text from {0}").format(sql.Identifier(table))
            cursor.execute(whole)
            rows = " ".join(row[0] for row in cursor.fetchall())
            assert path.split("/")[3] not in rows
            assert ME not in rows
            assert ME.encode().hex() not in rows


def asked(reference: str, email: str) -> tuple[int, str, list[str]]:
    """Status, page and kinds of statement of one request."""
    with CaptureQueriesContext(connection) as queries:
        response = Client().post("/refer/return/", {"reference": reference, "email": email})
    page = response.content.decode().replace(email, "…")
    return response.status_code, page, [query["sql"].split("'")[0][:30] for query in queries]


@pytest.mark.usefixtures("facts_are_kept")
def test_answer_and_work_are_the_same_whether_or_not_there_is_such_a_referral(path: str) -> None:
    """The page writes the request down; only the worker looks whether it fits anything."""
    reference = the_referral().reference
    asked("R-2222-2222", "first@school.example")  # what a process keeps of the board is read here
    there = asked(reference, "sam.sample@example.org")
    not_there = asked("R-3333-3333", "stranger@school.example")
    assert there == not_there
    assert LinkRequest.objects.count() == 3


def test_nobody_asks_for_one_reference_again_and_again(path: str) -> None:
    """Counted for the reference and for the address, whoever asks."""
    known = {"reference": the_referral().reference, "email": "sam.sample@example.org"}
    unknown = {"reference": "R-2222-2222", "email": "stranger@school.example"}
    for typed in (known, unknown):
        answers = [Client().post("/refer/return/", typed) for _ in range(11)]
        assert [answer.status_code for answer in answers] == [200] * 10 + [429]
        assert 'href="tel:' in answers[-1].content.decode()
        assert answers[-1].headers["Retry-After"] == "3600"
