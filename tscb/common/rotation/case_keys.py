"""The keys of cases are wrapped in the site's keys, so they are wrapped anew with the newest. What
they encrypt is left as it is."""

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from cryptography.fernet import InvalidToken

from tscb.common.encryption import key_store, place_of_key
from tscb.common.rotation.rows import Found
from tscb.common.rotation.tokens import NEWEST

NAME = "keys of cases"


def count() -> int:
    return sum(1 for _ in key_store.case_ids())


def look() -> Found:
    """Changes nothing. A key that is destroyed meanwhile is not missed."""
    found = Found()
    for case_id in key_store.case_ids():
        found.seen += 1
        place = _place(case_id)
        if place != NEWEST:
            (found.lost if place is None else found.older).append(case_id)
    return found


def _place(case_id: UUID) -> int | None:
    try:
        return place_of_key(key_store.wrapped(case_id))
    except InvalidToken:
        return NEWEST


def renew(size: int) -> Iterator[int]:
    """How many were looked at, after each batch."""
    ids = key_store.case_ids()
    while batch := list(islice(ids, size)):
        for case_id in batch:
            if _place(case_id):
                key_store.wrap_anew(case_id)
        yield len(batch)
