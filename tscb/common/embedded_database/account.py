"""Under which account the local database runs: our own, or an unprivileged one if we are root."""

import contextlib
import os
import pwd
import stat
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .failure import EmbeddedDatabaseError

ROOT = 0
UNPRIVILEGED = ("postgres", "nobody")
# A program that every system has, to see whether anything may run as somebody else.
PROBE = ("/bin/sh", "-c", ":")
# Nothing of the caller's environment may steer the server: PGPORT, PGDATA or LANG would.
ENVIRONMENT = {"PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C"}


@dataclass(frozen=True)
class Account:
    """Whom the server runs as; `switched` if that is somebody else than who we are."""

    user: int
    group: int
    switched: bool

    def run(self, command: Sequence[str], text: str = "") -> subprocess.CompletedProcess[str]:
        """Runs a program to its end, from the top folder, with `text` as its input."""
        return subprocess.run(
            command,
            check=False,
            cwd="/",
            env=ENVIRONMENT,
            input=text,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            user=self.user if self.switched else None,
            group=self.group if self.switched else None,
            extra_groups=[] if self.switched else None,
        )

    def own(self, path: Path) -> None:
        if self.switched:
            os.chown(path, self.user, self.group, follow_symlinks=False)

    def make_private_folder(self, path: Path) -> None:
        """Raises if somebody else could stand between us and the server."""
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700, parents=True)
        self.own(path)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.user:
            raise EmbeddedDatabaseError(
                f"{path} is not a folder of the account that runs the local database. "
                "Remove it, or set DATABASE_URL."
            )
        path.chmod(0o700)


def account_for(folder: Path) -> Account:
    """Whose the folder is already, if it is there; else whoever fits."""
    if os.geteuid() != ROOT:
        return Account(os.geteuid(), os.getegid(), switched=False)
    entry = _owner(folder) or _unprivileged()
    account = Account(entry.pw_uid, entry.pw_gid, switched=True)
    _check_switching(account)
    return account


def _owner(folder: Path) -> pwd.struct_passwd | None:
    with contextlib.suppress(FileNotFoundError, KeyError):
        owner = folder.stat().st_uid
        return pwd.getpwuid(owner) if owner != ROOT else None
    return None


def _unprivileged() -> pwd.struct_passwd:
    for name in UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise EmbeddedDatabaseError(
        "PostgreSQL refuses to run as root, and there is neither an account 'postgres' nor one "
        "called 'nobody' to run it. Start as an ordinary user, or set DATABASE_URL."
    )


def _check_switching(account: Account) -> None:
    """A container may have only one user id, or forbid to change it."""
    try:
        account.run(PROBE)
    except (OSError, subprocess.SubprocessError) as error:
        raise EmbeddedDatabaseError(
            "PostgreSQL refuses to run as root, and this container does not let root start a "
            "program as another user. Start as an ordinary user, or set DATABASE_URL."
        ) from error
