"""Where sealed files lie: in a folder of the private store, each under its own random number.

A crash may leave a file that no row names, never a row without its file: the file is on the disk
before its row is written, and goes after its row has gone. `untouched_for` finds the former.
"""

import os
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings
from django.db import transaction

from tscb.common.vault.chunks import DamagedFileError
from tscb.common.vault.opening import SealedReader


@dataclass(frozen=True)
class Vault:
    """One folder of sealed files."""

    folder: str

    @property
    def root(self) -> Path:
        return Path(settings.MEDIA_ROOT) / self.folder

    def path(self, file_id: UUID) -> Path:
        return self.root / file_id.hex[:2] / file_id.hex

    def create(self, file_id: UUID) -> IO[bytes]:
        """A new empty file, readable by the site alone. There is never one in its place."""
        path = self.path(file_id)
        for folder in (self.root.parent, self.root, path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600)
        return os.fdopen(number, "wb")

    def settle(self, file: IO[bytes], file_id: UUID) -> None:
        """Returns when the file and its name would outlive a loss of power."""
        file.flush()
        os.fsync(file.fileno())
        file.close()
        _sync_folder(self.path(file_id).parent)

    def open(self, file_id: UUID, key: bytes) -> SealedReader:
        """Raises DamagedFileError also where the file is not there."""
        try:
            file = self.path(file_id).open("rb")
        except FileNotFoundError:
            raise DamagedFileError("A sealed file is missing.") from None
        try:
            return SealedReader(file, key, file_id)
        except DamagedFileError:
            file.close()
            raise

    def delete(self, file_id: UUID) -> None:
        self.path(file_id).unlink(missing_ok=True)

    def delete_on_commit(self, file_ids: Iterable[UUID]) -> None:
        """Files go when the rows that name them are gone for good."""
        for file_id in file_ids:
            transaction.on_commit(partial(self.delete, file_id))

    def free_bytes(self) -> int:
        """On the disk below the folder, which may not have been made yet."""
        there = next(path for path in (self.root, *self.root.parents) if path.is_dir())
        return shutil.disk_usage(there).free

    def untouched_for(self, seconds: float) -> Iterator[UUID]:
        """The files that nobody has written to for so long."""
        before = time.time() - seconds
        for path in self.root.glob("??/*"):
            with suppress(ValueError, FileNotFoundError):  # not ours; gone in the meantime
                if path.stat().st_mtime < before:
                    yield UUID(hex=path.name)


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
