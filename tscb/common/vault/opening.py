"""Reads a sealed file from any place in it, holding a few chunks in the clear and no more."""

import io
import os
from collections import OrderedDict
from typing import IO
from uuid import UUID

from tscb.common.vault.chunks import CHUNK, SEALED_CHUNK, Seal, chunks_in
from tscb.common.vault.chunks import clear_size as clear_size_of

KEPT_CHUNKS = 16  # parsers jump between the beginning, the end and where they are


class SealedReader(io.BufferedReader):
    """A file to read like any other. Opening looks at the last chunk, so a missing end shows at
    once; any other damage raises DamagedFileError where it is read."""

    def __init__(self, file: IO[bytes], key: bytes, file_id: UUID) -> None:
        chunks = _Chunks(file, Seal(key, file_id))
        self.size = chunks.size
        super().__init__(chunks, CHUNK)


class _Chunks(io.RawIOBase):
    def __init__(self, file: IO[bytes], seal: Seal) -> None:
        self._file, self._seal = file, seal
        self._at = 0
        self._opened: OrderedDict[int, bytes] = OrderedDict()
        sealed_size = file.seek(0, os.SEEK_END)
        self.size = clear_size_of(sealed_size)
        self._last = chunks_in(sealed_size) - 1
        self._chunk(self._last)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence]
        if start + offset < 0:
            raise ValueError("There is nothing before the beginning of a file.")
        self._at = start + offset
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]  # what it is
        if self._at >= self.size:
            return 0
        number, within = divmod(self._at, CHUNK)
        part = self._chunk(number)[within : within + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def close(self) -> None:
        self._opened.clear()
        self._file.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if number not in self._opened:
            self._opened[number] = self._read(number)
            if len(self._opened) > KEPT_CHUNKS:
                self._opened.popitem(last=False)
        self._opened.move_to_end(number)
        return self._opened[number]

    def _read(self, number: int) -> bytes:
        self._file.seek(number * SEALED_CHUNK)
        sealed = self._file.read(SEALED_CHUNK)
        return self._seal.open(sealed, number, last=number == self._last)
