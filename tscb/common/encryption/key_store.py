"""The keys of cases: a folder with a file for each, outside the database and outside its backups,
so that a key that is destroyed here is gone for whoever has a copy of the database.

A file holds a random key, wrapped in the site's keys, under the case's own random number. It comes
into being whole or not at all. Nothing is remembered between two readings: a key that was destroyed
opens nothing more, in any process. docs/keys.md.
"""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.conf import settings

from tscb.common.encryption.keys import decrypt, encrypt, with_newest_key

KEY_BYTES = 32
LOCK = ".lock"
UNFINISHED = ".unfinished"


class CaseKeyMissing(InvalidToken):
    """There is no key for this case: it was destroyed, or the key store is not in its place."""

    def __str__(self) -> str:
        return "The key of a case is not in the key store."


def folder() -> Path:
    return Path(settings.CASE_KEYS_DIR)


def path(case_id: UUID) -> Path:
    return folder() / case_id.hex


def exists(case_id: UUID) -> bool:
    return path(case_id).is_file()


def key_of(case_id: UUID) -> bytes:
    """Raises CaseKeyMissing, and InvalidToken where the site's keys do not open it."""
    return decrypt(wrapped(case_id))


def wrapped(case_id: UUID) -> bytes:
    """The key as it lies in its file."""
    try:
        return path(case_id).read_bytes()
    except FileNotFoundError:
        raise CaseKeyMissing from None


def case_ids() -> Iterator[UUID]:
    for found in sorted(folder().glob("?" * 32)):
        yield UUID(hex=found.name)


def make(case_id: UUID) -> None:
    """A key for this case, unless it has one. Returns when it would outlive a loss of power."""
    with _locked():
        if not exists(case_id):
            _write(case_id, encrypt(secrets.token_bytes(KEY_BYTES)))


def wrap_anew(case_id: UUID) -> None:
    """With the newest of the site's keys. A key that was destroyed meanwhile does not come back."""
    with _locked():
        if exists(case_id):
            _write(case_id, with_newest_key(wrapped(case_id)))


def destroy(case_id: UUID) -> None:
    """For ever: what it encrypted is noise from now on, here and in every copy of the database.

    Written over before it goes. Where a disk keeps what was written over, there is still nothing
    but a key wrapped in the site's keys.
    """
    with _locked():
        if exists(case_id):
            with path(case_id).open("r+b") as file:
                file.write(secrets.token_bytes(path(case_id).stat().st_size))
                _settle(file)
            path(case_id).unlink()
            _settle_folder()


def _write(case_id: UUID, content: bytes) -> None:
    """Under another name first: a file that has its name is whole."""
    unfinished = folder() / (case_id.hex + UNFINISHED)
    number = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_CLOEXEC, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        _settle(file)
    unfinished.replace(path(case_id))
    _settle_folder()


def _settle(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _settle_folder() -> None:
    number = os.open(folder(), os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def _locked() -> Iterator[None]:
    """One writer at a time, of all processes; nobody who reads waits."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    number = os.open(folder() / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(number, fcntl.LOCK_EX)
        yield
    finally:
        os.close(number)
