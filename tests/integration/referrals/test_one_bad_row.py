"""A row that no key opens any more holds up nothing else that the worker does."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from referrals.form import links
from referrals.models import LinkRequest, Referral
from tests.factories.referrals import filled_in, start
from tscb.common.mail import queue
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db


def lose_key_of(table: str, column: str, pk: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'update {table} set "{column}" = %s where id = %s', [b"lost", pk])  # noqa: S608 - names of our own


@pytest.fixture
def readable(client) -> Referral:
    start(client)
    filled_in(client)
    return Referral.objects.get()


@pytest.fixture
def lost() -> Referral:
    draft = Referral.objects.create()
    lose_key_of("referrals_referral", "answers", draft.pk)
    return draft


def sent_by_a_turn() -> list[str]:
    call_command("tick")
    return [str(message.subject) for message in mail.outbox]


@pytest.mark.parametrize("column", ["to", "body"])
def test_mail_goes_out_past_one_that_nobody_can_read(column):
    bad = queue(to="first@example.org", subject="First", body="Words")
    longer = timezone.now() - timedelta(hours=1)
    OutgoingMail.objects.filter(pk=bad.pk).update(next_attempt_at=longer)
    lose_key_of("common_outgoingmail", column, bad.pk)
    queue(to="second@example.org", subject="Second", body="Words")
    assert sent_by_a_turn() == ["Second"]
    waiting = OutgoingMail.objects.defer("to", "body").get(pk=bad.pk)
    assert (waiting.state, waiting.attempts) == (OutgoingMail.State.WAITING, 1)


def test_links_are_mailed_past_a_referral_that_nobody_can_read(readable, lost):
    links.ask(reference=lost.reference, email="somebody@example.org")
    links.ask(reference=readable.reference, email=readable.answers["referrer_email"])
    assert sent_by_a_turn() == [f"Your way back to referral {readable.reference}"]


def test_request_that_cannot_be_answered_is_forgotten_after_a_day(lost):
    links.ask(reference=lost.reference, email="somebody@example.org")
    call_command("tick")
    LinkRequest.objects.update(asked_at=timezone.now() - timedelta(hours=25))
    call_command("tick")
    assert not LinkRequest.objects.exists()


def test_drafts_are_warned_of_past_one_that_nobody_can_read(readable, lost):
    Referral.objects.update(kept_until=timezone.now() + timedelta(days=2))
    assert f"Your draft will be deleted: {readable.reference}" in sent_by_a_turn()
