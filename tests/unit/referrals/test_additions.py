"""What was added or withdrawn stays as it was: the database itself refuses anything else."""

from datetime import timedelta
from io import StringIO

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.models import BinaryField, Value
from django.utils import timezone

from referrals import sample
from referrals.models import (
    REFERRER,
    Addition,
    PanelDates,
    Referral,
    Withdrawal,
    panel_dates_of,
    withdrawal_of,
)
from tests.factories.referrals import received
from tscb.common.encryption import EncryptedTextField

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def addition(referral: Referral) -> Addition:
    return Addition.objects.create(
        referral=referral, text="More", added_by=REFERRER.role, press="once"
    )


@pytest.mark.parametrize(
    "change",
    [{"added_by": "Nobody"}, {"added_at": timezone.now()}, {"text": Value(b"Less", BinaryField())}],
)
def test_database_refuses_to_change_what_was_added(change):
    added = addition(received())
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Addition.objects.filter(pk=added.pk).update(**change)


def test_database_refuses_to_change_why_it_was_withdrawn():
    referral = received()
    Withdrawal.objects.create(referral=referral, reason="Why", withdrawn_by=REFERRER.role)
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        Withdrawal.objects.update(reason=Value(b"Because", BinaryField()))


def test_new_keys_are_given_to_what_may_not_be_changed(settings):
    referral = received()
    addition(referral)
    Withdrawal.objects.create(referral=referral, reason="Why", withdrawn_by=REFERRER.role)
    new = Fernet.generate_key().decode()
    settings.FIELD_ENCRYPTION_KEYS = [new, *settings.FIELD_ENCRYPTION_KEYS]
    call_command("rotate_keys", stdout=StringIO())
    settings.FIELD_ENCRYPTION_KEYS = [new]
    assert Addition.objects.get().text == "More"
    assert Withdrawal.objects.get().reason == "Why"


def test_one_press_is_one_addition():
    referral = received()
    addition(referral)
    with pytest.raises(IntegrityError), transaction.atomic():
        addition(referral)


def test_nobody_withdraws_twice():
    referral = received()
    Withdrawal.objects.create(referral=referral, reason="Why", withdrawn_by=REFERRER.role)
    with pytest.raises(IntegrityError), transaction.atomic():
        Withdrawal.objects.create(referral=referral, reason="Again", withdrawn_by=REFERRER.role)


def test_nothing_is_decided_before_the_meeting():
    with pytest.raises(IntegrityError), transaction.atomic():
        PanelDates.objects.create(
            referral=received(),
            meeting_on=TODAY(),
            decided_on=TODAY() - timedelta(days=1),
        )


def test_texts_are_encrypted_and_names_say_only_when():
    referral = received()
    kept = [
        addition(referral),
        Withdrawal.objects.create(referral=referral, reason="Why", withdrawn_by="x"),
        PanelDates.objects.create(referral=referral, meeting_on=TODAY()),
    ]
    assert isinstance(Addition._meta.get_field("text"), EncryptedTextField)
    assert isinstance(Withdrawal._meta.get_field("reason"), EncryptedTextField)
    assert not any("More" in str(one) or "Why" in str(one) for one in kept)
    with connection.cursor() as cursor:
        cursor.execute("select text from referrals_addition")
        assert b"More" not in bytes(cursor.fetchone()[0])


def test_referral_just_received_has_neither_dates_nor_withdrawal():
    referral = received()
    assert panel_dates_of(referral) is None
    assert withdrawal_of(referral) is None


def test_sample_goes_with_what_was_added_to_it():
    sample.load()
    addition(Referral.objects.first())
    sample.remove()
    assert not Addition.objects.exists()
