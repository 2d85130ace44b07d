"""Where the files of the local database lie. Nothing here touches the disk."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

NAME = "tscb"
# Only a part of the socket's file name: the server listens on no network port.
PORT = 5432
# A socket's whole path may have 104 bytes on macOS and 108 on Linux.
LONGEST_SOCKET_FOLDER = 80


@dataclass(frozen=True)
class Places:
    """The folder of one local database and the folder of its socket."""

    folder: Path
    sockets: Path

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def address(self) -> str:
        return f"postgres://{NAME}@{quote(str(self.sockets), safe='')}:{PORT}/{NAME}"

    def data(self, major: str) -> Path:
        """Named after PostgreSQL's major version, which alone can open the files."""
        return self.folder / f"data-{major}"


def places_for(base: Path) -> Places:
    base = base.resolve()
    folder = _folder(base)
    sockets = folder / "sock"
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_FOLDER:
        sockets = Path("/tmp") / f"{NAME}-{os.geteuid()}-{_fingerprint(base)}"
    return Places(folder, sockets)


def _folder(base: Path) -> Path:
    # PostgreSQL refuses to run as root, so root's server runs under another account. That account
    # must reach the files, and no folder of root's may be opened up for it.
    if os.geteuid() == 0:
        return Path("/var/lib") / f"{NAME}-localpg-{_fingerprint(base)}"
    return base


def _fingerprint(base: Path) -> str:
    return hashlib.sha256(os.fsencode(base)).hexdigest()[:8]
