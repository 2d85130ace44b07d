"""`manage.py rotate_keys`: everything is encrypted anew, nothing else changes, and it says so."""

from io import StringIO
from uuid import uuid4

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from referrals.models import Addition, Agreement, Referral, ReferralFile, Withdrawal
from tests.factories import make_person
from tests.factories.keys import add_key, made_before, new_key, place
from tests.factories.referrals import received, sent
from tscb.board.roles import Role
from tscb.common.mail import queue
from tscb.common.models import OutgoingMail
from tscb.common.publishing.purge import Purge
from tscb.common.rotation.columns import tables

pytestmark = pytest.mark.django_db


def rotate(*options: str) -> str:
    out = StringIO()
    call_command("rotate_keys", *options, stdout=out)
    return out.getvalue()


def test_everything_opens_with_the_newest_key_alone(settings):
    (referral,) = made_before(settings)
    mail = queue(to="a@example.org", subject="s", body="words")
    assert place(referral, "answers") == 1
    rotate()
    settings.FIELD_ENCRYPTION_KEYS = settings.FIELD_ENCRYPTION_KEYS[:1]
    assert Referral.objects.get().answers == referral.answers
    assert Referral.objects.get().unfinished == {}
    mail.refresh_from_db()
    assert (mail.to, mail.body) == ("a@example.org", "words")


def test_row_is_not_changed_otherwise(settings):
    (referral,) = made_before(settings)
    rotate()
    after = Referral.objects.get()
    names = {field.name for field in Referral._meta.fields} - {"children_marked_with"}
    assert [getattr(after, name) for name in names] == [getattr(referral, name) for name in names]
    assert after.updated_at == referral.updated_at  # the safety gate goes by it


def test_it_says_how_far_it_is_and_that_nothing_is_left(settings):
    made_before(settings, 3)
    said = rotate("--rows-at-once", "1")
    assert [line for line in said.splitlines() if line.startswith("referral: ")] == [
        "referral: 1 of 3",
        "referral: 2 of 3",
        "referral: 3 of 3",
        "referral: 3 rows, 0 older, 0 unreadable",
    ]
    assert "Nothing is left with an older key." in said
    assert "may be taken out of FIELD_ENCRYPTION_KEYS" in said


def test_with_one_key_there_is_none_to_take_away():
    received()
    said = rotate()
    assert "Nothing is left with an older key." in said
    assert "taken out" not in said


def test_check_changes_nothing_and_says_what_is_left(settings):
    (referral,) = made_before(settings)
    with pytest.raises(CommandError, match="encrypted or hashed with an older key"):
        rotate("--check")
    assert place(referral, "answers") == 1
    rotate()
    assert "Nothing is left" in rotate("--check")


def test_second_run_writes_nothing(settings, django_assert_max_num_queries):
    made_before(settings, 2)
    rotate()
    with django_assert_max_num_queries(5 * len(tables())) as queries:
        rotate()
    assert not [query for query in queries if query["sql"].startswith("UPDATE")]


def test_row_that_no_key_opens_is_named_by_its_number_and_the_others_are_done(settings):
    keys = settings.FIELD_ENCRYPTION_KEYS
    settings.FIELD_ENCRYPTION_KEYS = [new_key()]
    lost = received()
    settings.FIELD_ENCRYPTION_KEYS = keys
    (good,) = made_before(settings)
    with pytest.raises(CommandError) as refused:
        rotate()
    assert f"keys of cases: {lost.pk}" in str(refused.value)
    assert "Take no key away" in str(refused.value)
    assert place(good, "answers") == 0
    assert place(lost, "answers") is None


def test_second_factor_still_opens(settings):
    person = make_person(Role.EDITOR, second_factor=False)
    adapter = get_adapter()
    totp = Authenticator.objects.create(
        user=person, type="totp", data={"secret": adapter.encrypt("totp secret")}
    )
    codes = Authenticator.objects.create(
        user=person,
        type="recovery_codes",
        data={"migrated_codes": [adapter.encrypt("one"), adapter.encrypt("two")], "used_mask": 2},
    )
    add_key(settings)
    rotate()
    settings.FIELD_ENCRYPTION_KEYS = settings.FIELD_ENCRYPTION_KEYS[:1]
    totp.refresh_from_db()
    codes.refresh_from_db()
    assert adapter.decrypt(totp.data["secret"]) == "totp secret"
    assert [adapter.decrypt(code) for code in codes.data["migrated_codes"]] == ["one", "two"]
    assert codes.data["used_mask"] == 2


def test_passkey_has_nothing_encrypted(settings):
    data = {"name": "Phone", "credential": {"id": "gAAAAABno"}}
    person = make_person(Role.EDITOR, second_factor=False)
    passkey = Authenticator.objects.create(user=person, type="webauthn", data=data)
    add_key(settings)
    rotate()
    passkey.refresh_from_db()
    assert passkey.data == data


def test_table_that_refuses_changes_is_encrypted_anew_and_goes_on_refusing(settings, editor):
    purge = Purge.objects.create(
        kind="reviews.casereview", object_id=1, words="a name", why="slipped", asked_by=editor
    )
    add_key(settings)
    rotate()
    assert place(purge, "words") == 0
    purge.refresh_from_db()
    assert purge.words == "a name"
    with pytest.raises(Exception, match="Cannot update or delete"):
        Purge.objects.update(why="another reason")


def test_empty_column_stays_empty(settings, editor, second_editor):
    Purge.objects.create(
        kind="reviews.casereview", object_id=1, words="a name", why="slipped", asked_by=editor
    )
    Purge.objects.update(state="dropped", words=None, ended_by=second_editor)
    add_key(settings)
    assert "purge of the history: 1 rows, 0 older" in rotate()
    assert Purge.objects.get().words is None


def test_all_that_hangs_on_a_referral_opens_with_the_newest_key_alone(client, settings):
    """Its manager's agreement, its files' keys, its mail, what was added, why it was withdrawn."""
    referral = sent(client)
    client.post("/refer/status/add/", {"text": "More", "press": uuid4()})
    client.post("/refer/status/withdraw/", {"reason": "Sent twice"})
    key = bytes(range(32))
    file = ReferralFile.objects.create(
        referral=referral, number=1, kind="pdf", name="a", digest="d", wrapped_key=key, size=1
    )
    add_key(settings)
    rotate()
    settings.FIELD_ENCRYPTION_KEYS = settings.FIELD_ENCRYPTION_KEYS[:1]
    file.refresh_from_db()
    assert file.wrapped_key == key
    assert Addition.objects.get().text == "More"
    assert Withdrawal.objects.get().reason == "Sent twice"
    assert Agreement.objects.get().person["name"]
    assert all(mail.body for mail in OutgoingMail.objects.all())
