"""Writes a sealed file as its bytes come in, a chunk at a time."""

import hashlib
from typing import IO
from uuid import UUID

from tscb.common.vault.chunks import CHUNK, Seal


class SealedWriter:
    """Takes clear bytes, writes sealed chunks. `finish` writes the last one: without it the file
    does not open."""

    def __init__(self, file: IO[bytes], key: bytes, file_id: UUID) -> None:
        self.size = 0
        self._file = file
        self._seal = Seal(key, file_id)
        self._waiting = bytearray()
        self._number = 0
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> str:
        """Of the clear bytes so far. It is as confidential as they are."""
        return self._digest.hexdigest()

    def write(self, clear: bytes) -> None:
        self.size += len(clear)
        self._digest.update(clear)
        self._waiting += clear
        while len(self._waiting) > CHUNK:  # a full chunk waits: it may be the last
            self._write(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]

    def finish(self) -> None:
        self._write(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _write(self, clear: bytes, *, last: bool) -> None:
        self._file.write(self._seal.seal(clear, self._number, last=last))
        self._number += 1
