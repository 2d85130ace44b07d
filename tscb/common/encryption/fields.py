"""Columns that the database sees only encrypted. `manage.py rotate_keys` finds them by their class:
a new column needs no entry in any list.

`of` names the column of the same row that holds the number of a case: what stands in such a row is
encrypted with the key of that case, and becomes noise when that key is destroyed. Without it, and
in a row that belongs to no case, the site's keys encrypt.
"""

import json
from typing import Any

from django.db import models

from tscb.common.encryption import case_keys
from tscb.common.encryption.case_tokens import seal
from tscb.common.encryption.keys import encrypt
from tscb.common.encryption.opening import decrypt


class Sealed(bytes):
    """A value that is encrypted already."""


class EncryptedTextField(models.BinaryField):
    """A text that the database sees only encrypted."""

    description = "Encrypted text"
    # For the type checker: in Python this is the clear text, not the bytes of the column.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"of": self.of} if self.of else {})

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Encrypts here, where the row is known: `save`, `create` and `bulk_create` come by."""
        value = super().pre_save(model_instance, add)
        if value is None or not self.of or hasattr(value, "resolve_expression"):
            return value
        case_id = getattr(model_instance, self.of)
        if case_id is None:  # such as other business on an agenda, among the cases there
            return Sealed(encrypt(self._to_bytes(value)))
        case_keys.ensure(self, case_id, is_new=add)
        return Sealed(seal(case_id, self._to_bytes(value)))

    def get_prep_value(self, value: Any) -> bytes | None:
        if value is None or isinstance(value, Sealed):
            return value
        if self.of:
            raise TypeError(
                f"{self.model.__name__}.{self.name} is encrypted with the key of its case, which "
                "`update` and `bulk_update` do not know: save the row itself."
            )
        return encrypt(self._to_bytes(value))

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
    """The key of one encrypted file, wrapped in the case's key or the site's: bytes in, bytes
    out."""

    description = "Wrapped key"

    @staticmethod
    def _to_bytes(value: Any) -> bytes:
        return bytes(value)

    @staticmethod
    def _from_bytes(value: bytes) -> Any:
        return value
