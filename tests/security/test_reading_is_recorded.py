"""Promise 4: opening a referral is an event, written with the act, that nobody can take back."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, InternalError, connection, transaction

from referrals.models import REFERRER, AuditEvent, Verb, record
from tests.factories import make_person, sign_in
from tests.factories.referrals import filled_in, received, send, start
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db


def events():
    return list(AuditEvent.objects.order_by("pk").values_list("verb", flat=True))


def test_every_opening_is_an_event_that_names_reader_and_referral(client):
    referral = received()
    reader = make_person(Role.INDEPENDENT_CHAIR)
    sign_in(client, reader)
    client.get(f"/panel/referrals/{referral.pk}/")
    client.head(f"/panel/referrals/{referral.pk}/")
    opened, again = AuditEvent.objects.filter(verb=Verb.READ)
    assert (opened.actor_id, opened.actor_role) == (reader.pk, Role.INDEPENDENT_CHAIR)
    assert (opened.referral_id, opened.reference) == (referral.pk, referral.reference)
    assert again.referral_id == referral.pk


def failing(*args, **kwargs):
    raise DatabaseError


def test_nothing_is_shown_when_the_event_cannot_be_written(client, monkeypatch):
    referral = received()
    sign_in(client, make_person(Role.PANEL_MEMBER))
    monkeypatch.setattr("referrals.casework.finding.record", failing)
    client.raise_request_exception = False
    response = client.get(f"/panel/referrals/{referral.pk}/")
    assert response.status_code == 500
    assert b"Robin" not in response.content


@pytest.mark.parametrize("roles", [(), (Role.EDITOR,)])
def test_refusal_is_an_event(client, roles):
    referral = received()
    refused = make_person(*roles)
    sign_in(client, refused)
    client.get(f"/panel/referrals/{referral.pk}/")
    client.get("/panel/")
    listed, single = AuditEvent.objects.filter(verb=Verb.REFUSED)
    assert {listed.actor_id, single.actor_id} == {refused.pk}
    assert {listed.referral_id, single.referral_id} == {referral.pk, None}


def test_looking_for_what_is_not_there_is_an_event(client):
    sign_in(client, make_person(Role.PANEL_MEMBER))
    sought = uuid4()
    client.get(f"/panel/referrals/{sought}/")
    assert AuditEvent.objects.get(verb=Verb.REFUSED).referral_id == sought


def test_life_of_a_referral_is_in_the_audit(client):
    filled_in(client)
    send(client)
    start(client)
    client.post("/refer/delete/")
    sent = [Verb.STARTED, Verb.SUBMITTED, Verb.AGREEMENT_ASKED]
    assert events() == [*sent, Verb.STARTED, Verb.DELETED]


def test_seeing_the_list_is_no_reading_of_a_referral(client):
    received()
    sign_in(client, make_person(Role.PANEL_MEMBER))
    client.get("/panel/")
    assert Verb.READ not in events()


@pytest.mark.parametrize(
    "attempt",
    [
        lambda event: AuditEvent.objects.filter(pk=event.pk).update(actor_role="Nobody"),
        lambda event: AuditEvent.objects.filter(pk=event.pk).delete(),
        lambda event: event.save(),
        lambda event: event.delete(),
        lambda event: connection.cursor().execute("update referrals_auditevent set verb = 'read'"),
        lambda event: connection.cursor().execute("delete from referrals_auditevent"),
    ],
    ids=["update", "delete", "save", "remove", "raw update", "raw delete"],
)
def test_database_refuses_to_change_or_remove_an_event(attempt):
    event = record(Verb.STARTED, by=REFERRER)
    with pytest.raises(InternalError, match="append_only"), transaction.atomic():
        attempt(event)
    assert AuditEvent.objects.get().actor_role == REFERRER.role
