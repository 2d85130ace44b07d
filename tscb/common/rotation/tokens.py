"""What one row's encrypted values say of the key that made them. Nothing is decrypted to find out,
and only what an older key made is decrypted to be encrypted anew."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from tscb.common.encryption import place_of_key, with_newest_key
from tscb.common.rotation.columns import Column

NEWEST = 0


class State(Enum):
    CURRENT = "with the newest key"
    OLDER = "with an older key"
    LOST = "with no key that is known"


def state(columns: Sequence[Column], raw: Sequence[Any]) -> State:
    """The worst of the row: what no key opens, then what an older one made."""
    places = [place_of_key(token) for token in _tokens(columns, raw)]
    if None in places:
        return State.LOST
    return State.OLDER if any(places) else State.CURRENT


def renewed(columns: Sequence[Column], raw: Sequence[Any]) -> dict[str, Any]:
    """What has to be written: the columns with something of an older key, and their new values.

    What no key opens stays as it is.
    """
    found = {}
    for column, value in zip(columns, raw, strict=True):
        if value is not None:
            new = column.changed(value, _with_newest)
            if new != value:
                found[column.name] = column.written(new)
    return found


def _with_newest(token: bytes) -> bytes:
    return with_newest_key(token) if place_of_key(token) else token


def _tokens(columns: Sequence[Column], raw: Sequence[Any]) -> list[bytes]:
    seen: list[bytes] = []

    def note(token: bytes) -> bytes:
        seen.append(token)
        return token

    for column, value in zip(columns, raw, strict=True):
        if value is not None:
            column.changed(value, note)
    return seen
