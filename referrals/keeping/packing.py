"""The export as a ZIP that is made while it is sent: no part of it is ever on the disk, and no more
than a piece of a file in memory."""

import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from referrals.files.keeping import VAULT
from referrals.models import ReferralFile
from tscb.common.vault import DamagedFileError
from tscb.common.zip_files import WRITTEN_AT

PIECE = 65_536
LEFT_OUT = "This file is blocked by the virus check or damaged, and is not in this export.\n"


class _Outbound:
    """What the ZIP writes, until it is sent. It cannot be turned back, which zipfile allows for."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, content: Any) -> int:
        self._waiting += content
        return len(content)

    def flush(self) -> None:
        """Nothing to do: what was written is taken."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> bytes:
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken


def streamed(page: str, files: Iterable[ReferralFile]) -> Iterator[bytes]:
    """The page first, then the files under their numbers."""
    outbound = _Outbound()
    with zipfile.ZipFile(outbound, "w") as packed:
        packed.writestr(_entry("read-this-first.html"), page)
        yield outbound.taken()
        for file in files:
            for _ in _pieces(packed, file):
                yield outbound.taken()
    yield outbound.taken()


def _pieces(packed: zipfile.ZipFile, file: ReferralFile) -> Iterator[None]:
    name = f"files/{file.number}"
    try:
        if not file.can_be_opened:
            raise DamagedFileError
        reader = VAULT.open(file.pk, file.key)
    except DamagedFileError:
        packed.writestr(_entry(f"{name}-left-out.txt"), LEFT_OUT)
        yield
        return
    with reader, packed.open(_entry(f"{name}.{file.kind}"), "w", force_zip64=True) as entry:
        while piece := reader.read(PIECE):
            entry.write(piece)
            yield


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, WRITTEN_AT)
    entry.external_attr = 0o600 << 16
    return entry
