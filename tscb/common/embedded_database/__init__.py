"""A PostgreSQL server of the project's own, for a laptop and for tests, when DATABASE_URL is unset.

Here are only the doors: whose account, where the files, which programs, how the data folder is made
and how the server runs have a module each. Nothing here knows Django, or runs in production.
"""

import contextlib
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from . import binaries as programs
from . import cluster, running
from .account import Account, account_for
from .failure import EmbeddedDatabaseError
from .places import Places, places_for

__all__ = ["EmbeddedDatabaseError", "address", "ensure", "folder", "program", "remove", "stop"]


def address(base: Path) -> str:
    """The DATABASE_URL of the database that belongs to this folder; starts nothing."""
    return places_for(base).address


def folder(base: Path) -> Path:
    """Where the data really lies: as root elsewhere than `base`."""
    return places_for(base).folder


def program(name: str) -> Path:
    """One of PostgreSQL's own programs, such as psql."""
    return Path(programs.find().program(name))


def ensure(base: Path) -> str:
    """The address of a server that answers, which is started first if need be."""
    places = places_for(base)
    binaries = programs.find()
    if not running.answers(binaries, places):
        account = account_for(places.folder)
        with _locked(places, account):
            if not running.answers(binaries, places):
                _start(binaries, account, places)
    return places.address


def stop(base: Path) -> None:
    places = places_for(base)
    if places.folder.exists():
        account = account_for(places.folder)
        with _locked(places, account):
            binaries = programs.reachable(programs.find(), account, places.folder)
            running.stop(binaries, account, places)


def remove(base: Path) -> None:
    """Stops the server and deletes the data, wherever it lies."""
    # Without its programs the server cannot be told to stop. It does so by itself, within a
    # minute, when it finds that its folder is gone.
    with contextlib.suppress(EmbeddedDatabaseError):
        stop(base)
    places = places_for(base)
    for path in (places.folder, places.sockets):
        if path.exists():
            shutil.rmtree(path)


def _start(binaries: programs.Binaries, account: Account, places: Places) -> None:
    binaries = programs.reachable(binaries, account, places.folder)
    account.make_private_folder(places.sockets)
    cluster.make_cluster(binaries, account, places.data(binaries.major))
    running.start(binaries, account, places)
    sys.stderr.write(
        f"Local database in {places.folder}; stop it with: python manage.py localdb stop\n"
    )


@contextlib.contextmanager
def _locked(places: Places, account: Account) -> Iterator[None]:
    """One process at a time makes, starts or stops the server; the others wait."""
    account.make_private_folder(places.folder)
    handle = os.open(places.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
