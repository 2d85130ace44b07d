"""What tests of rotating keys share: keys, and rows that an older key encrypted."""

from typing import Any

from cryptography.fernet import Fernet

from referrals.models import Referral
from tests.factories.referrals import received
from tscb.common.encryption import place_of_key
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
    return place_of_key(bytes(raw(row, name)))


def made_before(settings: Any, number: int = 1) -> list[Referral]:
    """Received referrals of the older key; the newer one comes after them."""
    made = [received() for _ in range(number)]
    add_key(settings)
    return made
