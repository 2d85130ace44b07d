"""Columns that the database sees only encrypted. `manage.py rotate_keys` finds them by their class:
a new column needs no entry in any list."""

import json
from typing import Any

from django.db import models

from tscb.common.encryption.keys import decrypt, encrypt


class EncryptedTextField(models.BinaryField):
    """A text that the database sees only encrypted.

    `of`: the attribute of the row with the number of the case that the text belongs to.
    """

    description = "Encrypted text"
    # For the type checker: in Python this is the clear text, not the bytes of the column.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, of: str = "", **options: Any) -> None:
        self.of = of
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        return name, path, args, {**options, "of": self.of} if self.of else options

    def get_prep_value(self, value: Any) -> bytes | None:
        return None if value is None else encrypt(self._to_bytes(value))

    def from_db_value(self, value: Any, expression: object, connection: object) -> Any:
        return None if value is None else self._from_bytes(decrypt(bytes(value)))

    def get_default(self) -> Any:
        """An empty default is an empty text: for columns of bytes Django makes bytes of it."""
        default = super().get_default()
        return "" if default == b"" else default

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError("Encrypted values are not serialised in clear.")

    @staticmethod
    def _to_bytes(value: Any) -> bytes:
        return str(value).encode()

    @staticmethod
    def _from_bytes(value: bytes) -> Any:
        return value.decode()


class EncryptedJSONField(EncryptedTextField):
    """A dictionary or list that the database sees only encrypted."""

    description = "Encrypted JSON"

    @staticmethod
    def _to_bytes(value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False).encode()

    @staticmethod
    def _from_bytes(value: bytes) -> Any:
        return json.loads(value)


class WrappedKeyField(EncryptedTextField):
    """The key of one encrypted file, wrapped in the site's key: bytes in, bytes out."""

    description = "Wrapped key"

    @staticmethod
    def _to_bytes(value: Any) -> bytes:
        return bytes(value)

    @staticmethod
    def _from_bytes(value: bytes) -> Any:
        return value
