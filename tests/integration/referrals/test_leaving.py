"""Deleting a draft, and leaving it on a computer that others use."""

import pytest
from django.db.models import CASCADE

from referrals.models import AuditEvent, DraftKey, Referral, Verb
from tests.factories.referrals import filled_in, send, start, text_of

pytestmark = pytest.mark.django_db


def test_deleting_is_asked_first(client):
    start(client)
    assert "Delete your draft?" in text_of(client.get("/refer/delete/"))
    assert Referral.objects.exists()


def test_deleting_removes_draft_and_keys_and_keeps_the_event(client):
    start(client)
    response = client.post("/refer/delete/")
    assert "Your draft is deleted" in text_of(response)
    assert not Referral.objects.exists()
    assert not DraftKey.objects.exists()
    assert AuditEvent.objects.first().verb == Verb.DELETED
    assert response.cookies["referral_draft"]["max-age"] == 0


def test_whatever_hangs_on_a_draft_goes_with_it():
    """By the database's own rule, for each table that points at a referral now or later."""
    relations = list(Referral._meta.related_objects)
    assert len(relations) >= 3
    assert {relation.on_delete for relation in relations} == {CASCADE}


def test_after_deleting_the_pages_are_gone(client):
    start(client)
    token = client.cookies["referral_draft"].value
    client.post("/refer/delete/")
    client.cookies["referral_draft"] = token
    assert client.get("/refer/before-you-start/").status_code == 404


def test_sent_referral_cannot_be_deleted(client):
    filled_in(client)
    send(client)
    assert client.post("/refer/delete/").headers["Location"] == "/refer/sent/"
    assert Referral.objects.exists()


def test_leaving_forgets_the_draft_on_this_computer_only(client):
    start(client)
    response = client.post("/refer/leave/")
    assert response.cookies["referral_draft"]["max-age"] == 0
    assert Referral.objects.exists()


def test_looking_at_the_address_of_leaving_changes_nothing(client):
    start(client)
    assert "referral_draft" not in client.get("/refer/leave/").cookies
