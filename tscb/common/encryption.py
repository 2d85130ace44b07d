"""Encrypting what the board knows about a child, with keys that can be rotated.

The first of FIELD_ENCRYPTION_KEYS encrypts, all of them decrypt. Nothing on the public side
imports this module (design, section 6).
"""

import hashlib
import hmac
import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(clear: bytes) -> bytes:
    return _box(tuple(settings.FIELD_ENCRYPTION_KEYS)).encrypt(clear)


def decrypt(secret: bytes) -> bytes:
    """Raises cryptography.fernet.InvalidToken when no key fits or the bytes were changed."""
    return _box(tuple(settings.FIELD_ENCRYPTION_KEYS)).decrypt(secret)


def keyed_hash(value: str) -> str:
    """A hash that only a holder of the site's secret can compute: 64 hexadecimal digits."""
    key = hashlib.sha256(b"keyed_hash:" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()


class EncryptedTextField(models.BinaryField):
    """A text that the database sees only encrypted."""

    description = "Encrypted text"
    # For the type checker: in Python this is the clear text, not the bytes of the column.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def get_prep_value(self, value: Any) -> bytes | None:
        return None if value is None else encrypt(self._to_text(value).encode())

    def from_db_value(self, value: Any, expression: object, connection: object) -> Any:
        return None if value is None else self._from_text(decrypt(bytes(value)).decode())

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError("Encrypted values are not serialised in clear.")

    @staticmethod
    def _to_text(value: Any) -> str:
        return str(value)

    @staticmethod
    def _from_text(value: str) -> Any:
        return value


class EncryptedJSONField(EncryptedTextField):
    """A dictionary or list that the database sees only encrypted."""

    description = "Encrypted JSON"

    @staticmethod
    def _to_text(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    @staticmethod
    def _from_text(value: str) -> Any:
        return json.loads(value)
