"""The audit's own pages: for the data-protection lead alone, who sees no referral."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from referrals.auditing import checking
from referrals.auditing.filtering import start_of
from referrals.auditing.patterns import worth_a_look
from referrals.models import SITE, Actor, AuditCheck, AuditEvent, Verb, record, staff
from tests.factories import make_person, sign_in
from tests.factories.referrals import received, text_of
from tests.integration.board.test_signing_in_again import made_older
from tests.security.test_the_audit_is_what_was_recorded import commit, run
from tscb.board.models import User
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
AUDIT, EXPORT, CHECK = "/panel/audit/", "/panel/audit/export.csv", "/panel/audit/check/"
QUERIES = 14
OTHERS = [(), (Role.EDITOR,), (Role.PANEL_MEMBER,), (Role.COORDINATOR,), (Role.INDEPENDENT_CHAIR,)]


@pytest.fixture
def lead(client: Client) -> Client:
    return sign_in(client, make_person(Role.DATA_PROTECTION_LEAD))


@pytest.fixture
def reader() -> User:
    return make_person(Role.PANEL_MEMBER, first_name="Robin", last_name="Reader")


def events_of(reader: User, number: int = 1, verb: Verb = Verb.READ) -> list[AuditEvent]:
    return [
        record(verb, by=staff(reader), reference="R-2345-BCDF", about="file 2")
        for _ in range(number)
    ]


@pytest.mark.parametrize("roles", OTHERS, ids=str)
def test_nobody_else_sees_the_audit(client, roles):
    sign_in(client, make_person(*roles, is_superuser=not roles))
    assert [client.get(AUDIT).status_code, client.get(EXPORT).status_code] == [403, 403]
    assert client.post(CHECK).status_code == 403
    assert AuditEvent.objects.filter(verb=Verb.REFUSED).count() == 3


def test_lead_sees_events_with_names_and_no_referral(lead, reader):
    referral = received()
    events_of(reader)
    page = text_of(lead.get(AUDIT))
    for words in ("Robin Reader", "Panel member", "Read", "R-2345-BCDF", "file 2"):
        assert words in page
    assert lead.get(f"/panel/referrals/{referral.pk}/").status_code == 403


def test_looking_is_recorded_with_what_was_asked(lead, reader):
    lead.get(AUDIT, {"person": reader.pk, "reference": "r 2345 bcdf", "verb": "read"})
    looked = AuditEvent.objects.get(verb=Verb.AUDIT_READ)
    assert (looked.reference, looked.about) == ("R-2345-BCDF", f"person {reader.pk}, verb")


def days(name: str, day) -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def test_events_are_narrowed(lead, reader):
    events_of(reader)
    record(Verb.SUBMITTED, by=SITE, reference="R-6789-GHJK")
    today = timezone.localdate()
    for asked, found in [
        ({}, 2),
        ({"person": reader.pk}, 1),
        ({"verb": "submitted"}, 1),
        ({"reference": "R-6789-GHJK"}, 1),
        ({**days("since", today), **days("until", today)}, 2),
        (days("until", today - timedelta(days=1)), 0),
        (days("since", today + timedelta(days=1)), 0),
    ]:
        shown = lead.get(AUDIT, asked).context["lines"]
        assert len([line for line in shown if line.event.verb != "audit_read"]) == found, asked


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"reference": "nonsense"}, "A reference looks like"),
        ({"since_day": "40", "since_month": "1", "since_year": "2026"}, "The first day"),
        ({"person": "nobody"}, "Who"),
    ],
)
def test_what_cannot_be_read_is_said(lead, reader, asked, says):
    events_of(reader)
    response = lead.get(AUDIT, asked)
    assert says in text_of(response)
    assert response.context["page"].paginator.count == 1


@pytest.mark.usefixtures("facts_are_kept")
def test_queries_do_not_grow_with_the_events(lead, reader):
    events_of(reader, 3)
    lead.get(AUDIT)
    for number in (1, 120):
        events_of(reader, number)
        with CaptureQueriesContext(connection) as asked:
            page = lead.get(AUDIT).context["page"]
        assert len(asked) == QUERIES, [query["sql"] for query in asked]
    assert page.paginator.num_pages > 2
    assert lead.get(AUDIT, {"page": 99}).status_code == 404


def test_export_asks_for_a_fresh_sign_in_first(lead):
    made_older(lead, 400)
    asked = lead.get(EXPORT, {"verb": "read"})
    assert asked.headers["Location"].startswith("/staff/again/?next=%2Fpanel%2Faudit%2Fexport.csv")
    assert not AuditEvent.objects.filter(verb=Verb.AUDIT_EXPORTED).exists()


def test_export_holds_what_the_filter_finds(lead, reader):
    events_of(reader)
    record(Verb.READ, by=Actor("=1+1", 12345), about="-2")
    text = lead.get(EXPORT, {"verb": "read"}).getvalue().decode("utf-8-sig")
    unknown, read = list(csv.DictReader(StringIO(text)))
    assert (read["Who"], read["What"], read["Reference"]) == ("Robin Reader", "Read", "R-2345-BCDF")
    assert (unknown["Who"], unknown["Role"]) == ("Person 12345", "'=1+1")
    assert unknown["Which part"] == "'-2"
    exported = AuditEvent.objects.get(verb=Verb.AUDIT_EXPORTED)
    assert exported.about == "verb"


def test_chain_is_checked_when_asked_and_every_day(lead, reader):
    events_of(reader)
    commit()
    assert "It has not been checked yet" in text_of(lead.get(AUDIT))
    lead.post(CHECK)
    assert "It is being checked now" in text_of(lead.post(CHECK, follow=True))
    assert AuditEvent.objects.filter(verb=Verb.AUDIT_CHECK_ASKED).count() == 1
    commit()
    checking.go_on()
    page = text_of(lead.get(AUDIT))
    assert "Nothing was changed, removed or put in" in page
    checking.go_on()
    assert AuditCheck.objects.count() == 1
    AuditCheck.objects.update(asked_at=timezone.now() - timedelta(days=1))
    run("update referrals_auditevent set actor_id = 7 where actor_id = %s", reader.pk)
    checking.go_on()
    page = text_of(lead.get(AUDIT))
    assert "Not as recorded" in page
    assert "the site itself, as every day" in page


def test_what_is_worth_a_look(lead, reader):
    events_of(reader, 3, Verb.REFUSED)
    events_of(make_person(), 2, Verb.REFUSED)
    late = events_of(make_person())[0]
    saturday = start_of(
        timezone.localdate() - timedelta(days=timezone.localdate().isoweekday() + 1)
    )
    run("update referrals_auditevent set at = %s where id = %s", saturday, late.pk)
    refused, at_night = worth_a_look()
    assert (refused.person, refused.refused) == (reader.pk, 3)
    assert (at_night.person, at_night.out_of_hours) == (late.actor_id, 1)
    assert "Robin Reader" in text_of(lead.get(AUDIT))


def test_printing_is_an_event(client, reader):
    referral = received()
    sign_in(client, reader)
    address = f"/panel/referrals/{referral.pk}/printed/"
    assert address in client.get(f"/panel/referrals/{referral.pk}/").content.decode()
    assert client.post(address).status_code == 204
    printed = AuditEvent.objects.get(verb=Verb.PRINTED)
    assert (printed.actor_id, printed.reference) == (reader.pk, referral.reference)
    assert sign_in(Client(), make_person(Role.EDITOR)).post(address).status_code == 403
