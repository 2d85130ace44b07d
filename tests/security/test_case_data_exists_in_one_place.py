"""Promise 5: a planted marker is in no table, file, log line, mail, address, title or cache."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils.timezone import localdate

from referrals.description.elements import Classification, Kind
from referrals.description.example import complete_answers
from referrals.description.pages import FIRST, questions
from reviews import facts
from tests.factories import make_person, sign_in
from tests.factories.deciding import day_parts, whole
from tests.factories.meetings import a_meeting
from tests.factories.referrals import (
    CHILD_ADDRESS,
    HAPPENED,
    answer,
    answer_all,
    posted,
    send,
    start,
    the_referral,
)
from tscb.board.roles import Role
from tscb.common.mail import deliver_due

MARKER = "Plantedmarker"
WRITTEN = (Kind.TEXT, Kind.TEXTAREA)
EMAIL = Kind.EMAIL

pytestmark = pytest.mark.django_db


def marked() -> dict[str, Any]:
    """A complete referral in which every free text and every e-mail address carries the marker."""
    texts = {q.name: f"{MARKER} {q.name}" for q in questions() if q.kind in WRITTEN}
    addresses = {q.name: f"{MARKER}.{q.name}@example.org" for q in questions() if q.kind is EMAIL}
    return {"referrer_agency": "other", "joint_working_concern": "yes"} | texts | addresses


def decided_on(desk: Client, at: str) -> None:
    """The panel's meeting, recommendation and decision, each word of them the marker."""
    facts.set_up()
    day = day_parts(localdate())
    desk.post(f"{at}meeting/", {"meeting": a_meeting(localdate()).pk})
    said = {name: MARKER for name in whole() if not name.startswith(("limb_", "era", "concl"))}
    desk.post(f"{at}decision/recommendation/", {**whole(), **said, "seen": ""})
    chairs = sign_in(Client(), make_person(Role.INDEPENDENT_CHAIR))
    decided = {"agrees": "yes", "reasons": MARKER, "next_steps": MARKER, **day}
    chairs.post(f"{at}decision/decide/", decided)


@pytest.fixture
def lived_through(client, caplog, mailoutbox, panel_mailbox):
    """Everything that happens to a referral: errors, return code, sending, adding, withdrawing, the
    panel's meeting and decision, reading, mail."""
    caplog.set_level(logging.DEBUG)
    start(client)
    answer_all(client, **marked())
    client.post("/refer/what-happened/", {"outline": MARKER * 2_000})
    client.post(
        "/refer/what-happened/", {"later": "yes", **posted(HAPPENED, complete_answers(**marked()))}
    )
    Client().post(CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": MARKER})
    sent = send(client)
    client.post("/refer/status/add/", {"text": MARKER})
    client.post("/refer/status/withdraw/", {"reason": MARKER})
    Client().post("/refer/status/add/", {"text": MARKER})
    status = client.get("/refer/status/")
    reader = Client()
    sign_in(reader, make_person(Role.COORDINATOR))
    at = f"/panel/referrals/{the_referral().pk}/"
    decided_on(reader, at)
    read, listed = reader.get(at), reader.get("/panel/?show=all")
    deliver_due()
    return {"sent": sent, "status": status, "read": read, "listed": listed}


def every_row_as_text() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        tables = [row[0] for row in cursor.fetchall()]
        dumped = []
        for table in tables:
            name = connection.ops.quote_name(table)
            cursor.execute(f"select t::text from {name} t")  # noqa: S608 - names from the catalogue
            dumped += [row[0] for row in cursor.fetchall()]
    return "\n".join(dumped)


def test_marker_is_readable_for_the_panel(lived_through):
    page = lived_through["read"].content.decode()
    free = [q for q in questions() if q.kind in WRITTEN and q.name in the_referral().answers]
    assert len(free) > 5
    assert all(f"{MARKER} {question.name}" in page for question in free)
    assert page.count(f">{MARKER}<") == 2  # what was added, and why it was withdrawn


def test_marker_is_in_no_table(lived_through):
    rows = every_row_as_text()
    assert the_referral().reference in rows
    assert MARKER not in rows
    assert MARKER.encode().hex() not in rows


def test_marker_is_in_no_file(lived_through):
    files = [path for path in Path(settings.DATA_DIR).rglob("*") if path.is_file()]
    assert not any(MARKER.encode() in path.read_bytes() for path in files)


def test_marker_is_in_no_log_line(lived_through, caplog):
    assert MARKER not in caplog.text


def test_marker_is_in_no_mail(lived_through, mailoutbox):
    assert len(mailoutbox) == 8
    assert not any(MARKER in mail.subject + mail.body for mail in mailoutbox)


def test_mail_goes_to_the_referrer_the_panel_and_the_manager_alone(
    lived_through, mailoutbox, panel_mailbox
):
    referrer = the_referral().answers["referrer_email"]
    told = {mail.subject.partition(":")[0]: mail.to for mail in mailoutbox}
    assert told == {
        "Referral received": [referrer],
        "New referral": [panel_mailbox],
        "Your agreement is asked for": [the_referral().answers["manager_email"]],
        "Information added": [panel_mailbox],
        "Referral withdrawn": [panel_mailbox],
        "Referral goes before the panel": [referrer],
        "Referral decided": [referrer],
        "Decided": [the_referral().answers["manager_email"]],
    }


def test_marker_is_in_no_title_and_no_address(lived_through):
    for response in lived_through.values():
        page = response.content.decode()
        title = page[page.index("<title>") : page.index("</title>")]
        assert (
            MARKER not in title + response.request["PATH_INFO"] + response.request["QUERY_STRING"]
        )


def test_marker_is_not_in_the_panel_s_list(lived_through):
    assert MARKER not in lived_through["listed"].content.decode()


def test_names_of_agencies_are_the_only_free_text_that_counts_as_operational():
    operational = [
        q.name
        for q in questions()
        if q.kind in WRITTEN and q.classification == Classification.OPERATIONAL
    ]
    assert operational == ["referrer_agency_other"]


def test_private_pages_are_kept_by_no_cache_and_named_to_no_other_site(lived_through):
    for response in lived_through.values():
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["Referrer-Policy"] == "same-origin"


def test_practitioner_gets_no_session(client):
    start(client)
    answer(client, FIRST)
    assert settings.SESSION_COOKIE_NAME not in client.cookies


def test_an_error_in_the_middle_leaves_no_text_in_the_log(client, caplog, capsys, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError(f"could not save {MARKER}")

    start(client)
    monkeypatch.setattr("referrals.form.views.answering.drafts.save_page", broken)
    client.raise_request_exception = False
    response = client.post(CHILD_ADDRESS, {"child_name_known": "yes", "child_first_names": MARKER})
    assert response.status_code == 500
    assert MARKER not in response.content.decode()
    assert MARKER not in capsys.readouterr().err
