"""Which columns hold encrypted values: every field of an encrypting class, and what apps name in a
module `encrypted` because somebody else's model keeps it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from django.apps import apps
from django.db.models import BinaryField, Expression, F, Model, UUIDField, Value
from django.db.models.functions import Cast

from tscb.common.discovery import discover
from tscb.common.encryption import EncryptedTextField

Change = Callable[[bytes], bytes]


class Column:
    """A column of bytes that is one encrypted value. `of`: the column with the number of the case
    whose key encrypts it; empty for the site's keys."""

    def __init__(self, model: type[Model], name: str, of: str = "") -> None:
        self.model = model
        self.name = name
        self.of = of

    @property
    def field(self) -> Any:
        return self.model._meta.get_field(self.name)

    @property
    def case(self) -> Expression | F:
        """The number of the case that the row belongs to."""
        return F(self.of) if self.of else Value(None, UUIDField())

    @property
    def read(self) -> Expression | F:
        """The column as it stands in the database, without being decrypted."""
        return Cast(F(self.name), BinaryField())

    def written(self, raw: Any) -> Any:
        return Value(raw, BinaryField())

    def changed(self, raw: Any, change: Change) -> Any:
        """The column's value with every encrypted part put through `change`."""
        return change(bytes(raw))


class DictionaryColumn(Column):
    """A column of plain JSON, some values of which are encrypted: texts, or lists of texts."""

    def __init__(self, model: type[Model], name: str, keys: tuple[str, ...]) -> None:
        super().__init__(model, name)
        self.keys = keys

    @property
    def read(self) -> Expression | F:
        return F(self.name)

    def written(self, raw: Any) -> Any:
        return raw

    def changed(self, raw: Any, change: Change) -> Any:
        found = {key: raw[key] for key in self.keys if raw.get(key)}
        return raw | {key: self._each(value, change) for key, value in found.items()}

    def _each(self, value: Any, change: Change) -> Any:
        if isinstance(value, list):
            return [self._each(one, change) for one in value]
        return change(value.encode()).decode()


@dataclass(frozen=True)
class Table:
    """A model with its encrypted columns."""

    model: type[Model]
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        return str(self.model._meta.verbose_name)


def tables() -> list[Table]:
    ordered = sorted(chain(_of_fields(), _named()), key=lambda column: column.model._meta.label)
    return [
        Table(model, tuple(columns))
        for model, columns in groupby(ordered, key=lambda column: column.model)
    ]


def _of_fields() -> Iterator[Column]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            for field in model._meta.local_fields:
                if isinstance(field, EncryptedTextField):
                    yield Column(model, field.name, field.of)


def _named() -> Iterator[Column]:
    for module in discover("encrypted"):
        yield from module.COLUMNS
