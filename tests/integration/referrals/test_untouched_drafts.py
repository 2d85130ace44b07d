"""Drafts that nobody touches: two warnings, then they are gone."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from referrals.form import keeping
from referrals.models import AuditEvent, DraftKey, KeyKind, Referral, Verb
from tests.factories.referrals import filled_in, send, start, the_referral
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


def days_pass(days: int) -> None:
    """As if the draft had been touched that much longer ago."""
    for draft in Referral.objects.all():
        Referral.objects.filter(pk=draft.pk).update(
            kept_until=draft.kept_until - timedelta(days=days)
        )
    call_command("tick")
    call_command("tick")


def events(verb: Verb) -> int:
    return AuditEvent.objects.filter(verb=verb).count()


def test_untouched_draft_is_warned_of_twice_and_then_deleted(client, mailoutbox):
    filled_in(client)
    reference = the_referral().reference
    told = []
    for days in (13, 1, 10, 1, 2):
        days_pass(days)
        told.append(len(mailoutbox))
    assert told == [0, 1, 1, 2, 2]
    assert Referral.objects.exists()
    days_pass(1)
    assert not Referral.objects.exists()
    assert not DraftKey.objects.exists()
    assert len(mailoutbox) == events(Verb.WARNED) == 2
    assert events(Verb.EXPIRED) == 1
    assert AuditEvent.objects.first().reference == reference


def test_warning_says_reference_day_and_link_and_nothing_of_the_case(client, mailoutbox):
    filled_in(client)
    days_pass(14)
    [mail] = mailoutbox
    assert mail.to == ["sam.sample@example.org"]
    assert the_referral().reference in mail.subject
    day = timezone.localdate(the_referral().kept_until)
    assert f"{day.day} {day:%B %Y}" in mail.body
    assert mail.body.count("http") == 1
    assert "/refer/return/" in mail.body
    assert "Robin" not in mail.body


def test_draft_without_an_address_goes_after_28_days_without_a_warning(client):
    start(client)
    days_pass(27)
    assert Referral.objects.exists()
    days_pass(1)
    assert not Referral.objects.exists()
    assert not OutgoingMail.objects.exists()
    assert (events(Verb.WARNED), events(Verb.EXPIRED)) == (0, 1)


def test_touching_the_draft_starts_the_28_days_and_the_warnings_anew(client, mailoutbox):
    filled_in(client)
    days_pass(26)
    the_referral().touch()
    days_pass(13)
    assert len(mailoutbox) == 1
    days_pass(1)
    assert len(mailoutbox) == 2


def test_worker_that_stood_still_warns_first_and_leaves_the_whole_time(client, mailoutbox):
    filled_in(client)
    days_pass(100)
    assert len(mailoutbox) == 1
    assert the_referral().kept_until > timezone.now() + timedelta(days=13)
    days_pass(11)
    days_pass(3)
    assert len(mailoutbox) == 2
    assert not Referral.objects.exists()


def test_sent_referral_is_never_warned_of_and_never_deleted(client, mailoutbox):
    filled_in(client)
    send(client)
    days_pass(100)
    assert Referral.objects.exists()
    assert len(mailoutbox) == 2  # the receipt, and the manager is asked


def test_draft_that_was_saved_just_now_is_neither_warned_of_nor_deleted(client):
    """The worker has seen it as due, and looks again under the lock."""
    filled_in(client)
    keeping.warn(the_referral().pk, 0, keeping.NOTICES[0])
    keeping.delete_untouched(the_referral().pk)
    assert the_referral().warnings_passed == 0
    assert not OutgoingMail.objects.exists()


def test_keys_that_open_nothing_any_more_are_not_kept(client):
    filled_in(client)
    client.post("/refer/later/", {"email": "pat@school.example"})
    DraftKey.objects.filter(kind=KeyKind.LINK).update(expires_at=timezone.now())
    call_command("tick")
    assert [key.kind for key in DraftKey.objects.all()] == [KeyKind.COOKIE]
    assert client.get("/refer/").status_code == 200


def test_deleted_draft_is_not_found_on_its_device(client: Client):
    start(client)
    days_pass(28)
    assert client.get("/refer/check/").status_code == 404
