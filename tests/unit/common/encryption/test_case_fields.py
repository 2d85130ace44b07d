"""Columns under the key of a case: what writes them, what is refused, what a lost key does."""

from datetime import timedelta

import pytest
from cryptography.fernet import InvalidToken
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from referrals.models import (
    REFERRER,
    Addition,
    AgendaItem,
    Meeting,
    Referral,
    ReferralFile,
    Withdrawal,
)
from tests.factories.keys import place, raw, without_own_key
from tests.factories.referrals import received
from tscb.common.encryption import CaseKeyMissing, case_tokens, key_store, left_over
from tscb.common.encryption.fields import EncryptedTextField
from tscb.common.rotation.columns import tables

pytestmark = pytest.mark.django_db


def add(referral: Referral, press: str = "one") -> Addition:
    return Addition.objects.create(
        referral=referral, text="More", added_by=REFERRER.role, press=press
    )


def case_of(row, name: str):
    return case_tokens.case_of(bytes(raw(row, name)))


def test_everything_of_a_case_is_under_its_key():
    referral = received()
    addition = add(referral)
    assert {case_of(referral, "answers"), case_of(addition, "text")} == {referral.pk}
    assert Referral.objects.get().answers == referral.answers
    assert Addition.objects.get().text == "More"


def test_every_encrypted_column_of_a_referral_is_of_its_case():
    of_case = {
        column.of
        for table in tables()
        for column in table.columns
        if any(field.related_model is Referral for field in table.model._meta.fields)
        or table.model is Referral
    }
    assert of_case == {"id", "referral_id"}


def test_row_that_belongs_to_no_case_is_under_the_sites_keys():
    starts = timezone.now()
    meeting = Meeting.objects.create(starts_at=starts, ends_at=starts + timedelta(hours=1))
    item = AgendaItem.objects.create(meeting=meeting, business="Plan of the year", place=1)
    assert not case_tokens.is_of_a_case(bytes(raw(item, "business")))
    assert AgendaItem.objects.get().business == "Plan of the year"


def test_migrations_know_whose_key_it_is():
    assert EncryptedTextField(of="referral_id").deconstruct()[3]["of"] == "referral_id"
    assert "of" not in EncryptedTextField().deconstruct()[3]


def test_rows_written_together_each_get_their_key():
    made = Referral.objects.bulk_create(
        Referral(reference=f"R-{number}", answers={"number": number}) for number in range(2)
    )
    assert [case_of(row, "answers") for row in made] == [row.pk for row in made]


def test_what_does_not_know_the_row_is_refused_before_anything_is_written():
    referral = received()
    with pytest.raises(TypeError, match="save the row itself"), transaction.atomic():
        Referral.objects.update(answers={})
    referral.answers = {}
    with pytest.raises(TypeError, match="save the row itself"), transaction.atomic():
        Referral.objects.bulk_update([referral], ["answers"])
    assert Referral.objects.get().answers
    Referral.objects.update(return_email=None)


def test_lost_key_is_said_and_no_other_is_made_in_its_place():
    referral = received()
    key_store.destroy(referral.pk)
    with pytest.raises(CaseKeyMissing):
        Referral.objects.get()
    for write in (lambda: add(referral), referral.save):
        with pytest.raises(CaseKeyMissing), transaction.atomic():
            write()
    assert issubclass(CaseKeyMissing, InvalidToken)
    assert not key_store.exists(referral.pk)


def test_key_made_by_an_act_that_was_taken_back_goes_after_a_day(monkeypatch):
    kept = received()
    with transaction.atomic():
        left = received()
        transaction.set_rollback(True)
    assert key_store.exists(left.pk)
    assert left_over.sweep({kept.pk}) == 0  # not before it was seen for a day
    monkeypatch.setattr(left_over, "DAY", -1)
    assert left_over.sweep({kept.pk}) == 1
    assert list(key_store.case_ids()) == [kept.pk]
    assert not list(key_store.folder().glob("*.no-case"))


def test_key_whose_case_is_there_after_all_stays(monkeypatch):
    referral, other = received(), received()
    left_over.sweep({other.pk})
    left_over.sweep({other.pk, referral.pk})
    assert not list(key_store.folder().glob("*.no-case"))
    assert key_store.exists(referral.pk)


def test_database_that_lacks_more_cases_than_it_knows_destroys_no_key(monkeypatch, caplog):
    monkeypatch.setattr(left_over, "DAY", -1)
    received(), received()
    assert left_over.sweep(set()) == 0
    assert "keys of 2 cases that this database lacks" in caplog.text
    assert len(list(key_store.case_ids())) == 2


# Referrals from before there were keys of cases


def test_older_referral_goes_on_being_readable_and_gets_a_key_when_it_is_written():
    referral = without_own_key(received())
    assert Referral.objects.get().answers == referral.answers
    add(referral)
    assert Referral.objects.get().has_own_key
    assert place(referral, "answers") == 0
    key_store.destroy(referral.pk)
    with pytest.raises(CaseKeyMissing), transaction.atomic():
        add(referral, "another")


def test_rotation_carries_older_referrals_over(capsys):
    referral, done = without_own_key(received()), received()
    with pytest.raises(Exception, match="not yet with the key of their case"):
        call_command("rotate_keys", check=True)
    call_command("rotate_keys")
    assert "Nothing is left" in capsys.readouterr().out
    assert {case_of(row, "answers") for row in (referral, done)} == {referral.pk, done.pk}
    after = Referral.objects.get(pk=referral.pk)
    assert (after.answers, after.has_own_key) == (referral.answers, True)
    assert after.updated_at == referral.updated_at


def test_rotation_names_cases_whose_key_is_gone():
    referral = received()
    key_store.destroy(referral.pk)
    with pytest.raises(Exception, match=f"referrals.Referral: {referral.pk}"):
        call_command("rotate_keys", verbosity=0)


def test_rotation_leaves_alone_what_is_half_carried_over_when_its_key_is_gone():
    """The case had a key, which is lost, and this column is still under the site's keys."""
    referral = without_own_key(received())
    Referral.objects.update(has_own_key=True)
    with pytest.raises(Exception, match="not yet with the key of their case"):
        call_command("rotate_keys", verbosity=0)
    assert Referral.objects.get().answers == referral.answers


def test_nothing_is_in_the_clear():
    add(received())
    with connection.cursor() as cursor:
        cursor.execute(
            "select answers from referrals_referral union select text from referrals_addition"
        )
        kept = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert b"More" not in kept
    assert b"children" not in kept
    assert ReferralFile._meta.get_field("wrapped_key").of == "referral_id"
    assert Withdrawal._meta.get_field("reason").of == "referral_id"
