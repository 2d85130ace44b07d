"""The site's own programs as processes beside the tests, on the tests' database and files."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connection

START_WITHIN = 60  # seconds, on a busy machine


def surroundings() -> dict[str, str]:
    """What the environment of such a process has to say."""
    base = connection.settings_dict
    user, password = quote(base["USER"]), quote(base["PASSWORD"] or "")
    where = f"{user}:{password}@{quote(base['HOST'], safe='')}:{base['PORT'] or 5432}"
    return os.environ | {"DATABASE_URL": f"postgres://{where}/{base['NAME']}"}


@dataclass(frozen=True)
class Served:
    """The site on a port, and the number of the one process that answers there."""

    port: int
    process: int

    def ask(self, method: str, path: str, **sent: Any) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, **sent)
        return connection.getresponse()

    def largest_memory(self) -> int:
        """The most that it ever held, in kilobytes."""
        return largest_memory(self.process)


def largest_memory(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def children_of(process: int) -> list[int]:
    """Of all its threads."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(number) for task in tasks for number in task.read_text().split()]


def programs_of(process: int) -> list[int]:
    """Its children that run a program of their own: one that was only just forked still shows the
    memory of its parent."""
    own = _command(process)
    return [child for child in children_of(process) if _command(child) not in (own, b"")]


def _command(process: int) -> bytes:
    """Nothing for one that has ended."""
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""


@contextmanager
def served(**environment: str) -> Iterator[Served]:
    """The site as it is served in production: gunicorn with one worker."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "tscb.wsgi", "--bind", f"127.0.0.1:{port}"]
    quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    around = surroundings() | environment
    running = subprocess.Popen(command, cwd=settings.BASE_DIR, env=around, **quiet)
    try:
        yield _answering(port, running.pid)
    finally:
        running.terminate()
        running.wait(timeout=30)


def _answering(port: int, process: int) -> Served:
    for _ in range(START_WITHIN * 5):
        try:
            if Served(port, process).ask("GET", "/").status == 200:
                return Served(port, children_of(process)[0])
        except OSError:
            time.sleep(0.2)
    raise AssertionError("The site did not answer.")
