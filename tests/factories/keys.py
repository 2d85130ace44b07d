"""What tests of rotating keys share: keys, and rows that an older key encrypted."""

from typing import Any

from cryptography.fernet import Fernet
from django.db.models import BinaryField, Value

from referrals.models import Referral
from tests.factories.referrals import received
from tscb.common.encryption import case_tokens, decrypt, encrypt, key_store, place_of_key
from tscb.common.rotation.columns import Column


def new_key() -> str:
    return Fernet.generate_key().decode()


def add_key(settings: Any) -> str:
    """A newer key comes in front of those that are there."""
    newest = new_key()
    settings.FIELD_ENCRYPTION_KEYS = [newest, *settings.FIELD_ENCRYPTION_KEYS]
    return newest


def raw(row: Any, name: str) -> Any:
    """A column of one row as it stands in the database."""
    column = Column(type(row), name)
    found = type(row)._base_manager.filter(pk=row.pk).values_list(column.read, flat=True)
    return found.get()


def place(row: Any, name: str) -> int | None:
    """Which of the site's keys opens it, or the key of the case that does."""
    token = bytes(raw(row, name))
    if case_tokens.is_of_a_case(token):
        token = key_store.wrapped(case_tokens.case_of(token))
    return place_of_key(token)


def from_before_case_keys(row: Any, *names: str) -> None:
    """As these columns stood before each case had a key of its own."""
    for name in names:
        former = Value(encrypt(decrypt(bytes(raw(row, name)))), BinaryField())
        type(row)._base_manager.filter(pk=row.pk).update(**{name: former})


def without_own_key(referral: Referral) -> Referral:
    """As if it had come before there were keys of cases."""
    from_before_case_keys(referral, "answers", "unfinished")
    Referral.objects.filter(pk=referral.pk).update(has_own_key=False)
    key_store.destroy(referral.pk)
    return referral


def made_before(settings: Any, number: int = 1) -> list[Referral]:
    """Received referrals of the older key; the newer one comes after them."""
    made = [received() for _ in range(number)]
    add_key(settings)
    return made
