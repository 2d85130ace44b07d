"""A database of its own, in a folder of its own, that can be done everything to."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tscb.common import embedded_database


class Database:
    def __init__(self, base: Path) -> None:
        self.base = base
        self.address = embedded_database.ensure(base)

    def kill(self) -> None:
        """As when the machine's memory is full."""
        self._signal(signal.SIGKILL)

    def stop_all(self) -> None:
        """Every process of it holds its connections and says nothing."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def shut_down(self) -> None:
        embedded_database.stop(self.base)

    def start(self) -> None:
        embedded_database.ensure(self.base)

    def _signal(self, what: signal.Signals) -> None:
        for process in self._processes():
            with suppress(ProcessLookupError):
                os.kill(process, what)

    def _processes(self) -> list[int]:
        """The server itself comes first."""
        folder = embedded_database.folder(self.base)
        files = folder.glob("data-*/postmaster.pid")
        servers = [int(file.read_text().splitlines()[0]) for file in files]
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True)
        pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
        return servers + [process for process, parent in pairs if parent in servers]


@contextmanager
def database() -> Iterator[Database]:
    with TemporaryDirectory(prefix="tscb-chaos-") as folder:
        one = Database(Path(folder))
        try:
            yield one
        finally:
            one.go_on()
            embedded_database.remove(one.base)
