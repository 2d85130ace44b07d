"""Starting and stopping the server, and asking whether it answers."""

import shlex
import subprocess
import time

from .account import ENVIRONMENT, Account
from .binaries import Binaries
from .failure import EmbeddedDatabaseError
from .places import NAME, PORT, Places

# After `kill -9` the dead server can stay a zombie, or its children hold its memory, for seconds.
PATIENCE_SECONDS = 15
PAUSE_SECONDS = 0.25


def answers(binaries: Binaries, places: Places) -> bool:
    """Asks the server itself: a process number may since be somebody else's."""
    where = ["-h", str(places.sockets), "-p", str(PORT), "-d", NAME, "-U", NAME, "-t", "5", "-q"]
    command = [binaries.program("pg_isready"), *where]
    return subprocess.run(command, check=False, env=ENVIRONMENT).returncode == 0


def start(binaries: Binaries, account: Account, places: Places) -> None:
    """Raises if the server does not answer in time."""
    command = _start_command(binaries, places)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not answers(binaries, places):
        if time.monotonic() > deadline:
            raise EmbeddedDatabaseError(
                f"The local database did not start; {places.log} says why. "
                "Mend that, or set DATABASE_URL."
            )
        if account.run(command).returncode:
            time.sleep(PAUSE_SECONDS)


def stop(binaries: Binaries, account: Account, places: Places) -> None:
    """Stops whatever runs on this folder's data, of any version; nothing running is fine too."""
    for data in places.folder.glob("data-*"):
        if (data / "postmaster.pid").exists():
            how = ["-D", str(data), "-m", "fast", "-w", "-s", "stop"]
            account.run([binaries.program("pg_ctl"), *how])


def _start_command(binaries: Binaries, places: Places) -> list[str]:
    data, log = places.data(binaries.major), places.log
    how = ["-D", str(data), "-l", str(log), "-w", "-t", "60", "-s", "-o", _options(places)]
    return [binaries.program("pg_ctl"), *how, "start"]


def _options(places: Places) -> str:
    """The server's settings, as pg_ctl hands them to a shell. Losing power loses nothing: fsync
    stays on."""
    settings = {
        "listen_addresses": "",
        "port": str(PORT),
        "unix_socket_directories": f'"{places.sockets}"',
        "unix_socket_permissions": "0700",
        "max_connections": "60",
    }
    return " ".join(f"-c {name}={shlex.quote(value)}" for name, value in settings.items())
