"""The site in a real server with several processes, any of which may be killed without a word."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
WORKERS, THREADS = 3, 4
START_WITHIN = END_WITHIN = 180  # seconds, on a busy machine


@dataclass
class Server:
    port: int
    workers: Path
    kills: int = 0

    def kill_one(self) -> None:
        """One worker at random, in the middle of whatever it does. Its parent starts another."""
        ids = [int(file.name) for file in self.workers.iterdir()]
        with suppress(IndexError, ProcessLookupError):  # all are being started anew just now
            os.kill(random.choice(ids), signal.SIGKILL)
            self.kills += 1


def database_address() -> str:
    """Of the database that this process uses, for processes of its own."""
    it = connection.settings_dict
    user, password = quote(it["USER"] or ""), quote(it["PASSWORD"] or "")
    where = f"{user}:{password}@{quote(it['HOST'], safe='')}:{it['PORT'] or 5432}"
    return f"postgres://{where}/{it['NAME']}"


@contextmanager
def serving() -> Iterator[Server]:
    with TemporaryDirectory() as folder:
        port = free_port()
        with log_of(Path(folder)) as log:
            process = start(port, Path(folder), log)
            try:
                wait_for(port, process)
                yield Server(port, Path(folder) / "workers")
            finally:
                process.terminate()
                process.wait(END_WITHIN)


@contextmanager
def log_of(folder: Path) -> Iterator[int]:
    (folder / "workers").mkdir()
    with (folder / "log").open("w") as log:
        yield log.fileno()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def start(port: int, folder: Path, log: int) -> subprocess.Popen[bytes]:
    """With `--preload`, so that a killed worker is back within moments and many can be killed."""
    command = [sys.executable, "-m", "gunicorn", "tscb.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(WORKERS), "--threads", str(THREADS), "--preload"]
    command += ["--config", "tests/soak/gunicorn_hooks.py", "--no-control-socket"]
    surroundings = os.environ | {
        "DATABASE_URL": database_address(),
        "DATA_DIR": str(settings.DATA_DIR),
        "BEHIND_PROXY": "1",  # each client says an address of its own, as a proxy would
        "SOAK_WORKERS": str(folder / "workers"),
    }
    return subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=log, stderr=log)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server did not start.")
