"""What one row's encrypted values say of the key that made them. Nothing is decrypted to find out,
and only what an older key made, or the site's instead of the case's, is decrypted to be encrypted
anew."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import partial
from typing import Any
from uuid import UUID

from tscb.common.encryption import case_tokens, decrypt, key_store, place_of_key, with_newest_key
from tscb.common.rotation.columns import Column

NEWEST = 0


class State(Enum):
    CURRENT = "with the newest key, or the key of its case"
    OLDER = "with an older key, or not yet with the key of its case"
    LOST = "with no key that is known"


# What stands in a column, and the number of the case whose key is to encrypt it, if any.
Value = tuple[Any, UUID | None]


def state(columns: Sequence[Column], values: Sequence[Value]) -> State:
    """The worst of the row: what no key opens, then what has to be encrypted anew."""
    found = {_state(token, case) for token, case in _tokens(columns, values)}
    worst = (one for one in (State.LOST, State.OLDER) if one in found)
    return next(worst, State.CURRENT)


def _state(token: bytes, case: UUID | None) -> State:
    if case_tokens.is_of_a_case(token):
        known = key_store.exists(case_tokens.case_of(token))
        return State.CURRENT if known else State.LOST
    place = place_of_key(token)
    if place is None:
        return State.LOST
    return State.OLDER if place or case else State.CURRENT


def renewed(columns: Sequence[Column], values: Sequence[Value]) -> dict[str, Any]:
    """What has to be written: the columns with something of an older key, and their new values.

    What no key opens stays as it is.
    """
    found = {}
    for column, (value, case) in zip(columns, values, strict=True):
        if value is not None:
            new = column.changed(value, _change_for(case))
            if new != value:
                found[column.name] = column.written(new)
    return found


def _change_for(case: UUID | None) -> Callable[[bytes], bytes]:
    return partial(_with_key_of, case) if case else _with_newest


def _with_key_of(case: UUID, token: bytes) -> bytes:
    """What the site's keys encrypted, encrypted with the key of its case."""
    if _state(token, case) != State.OLDER or not key_store.exists(case):
        return token
    return case_tokens.seal(case, decrypt(token))


def _with_newest(token: bytes) -> bytes:
    return with_newest_key(token) if place_of_key(token) else token


def _tokens(
    columns: Sequence[Column], values: Sequence[Value]
) -> Iterator[tuple[bytes, UUID | None]]:
    for column, (value, case) in zip(columns, values, strict=True):
        seen: list[bytes] = []
        if value is not None:
            column.changed(value, partial(_noted, seen))
        yield from ((token, case) for token in seen)


def _noted(seen: list[bytes], token: bytes) -> bytes:
    seen.append(token)
    return token
