"""What is measured, each in gunicorn as README.md says: the site as production runs it, and the
yardsticks beside it. Workers are not renewed meanwhile: their processor time would be lost."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processor import children_of
from tests.security.production import HOST, ROOT, Answer, Site, end, free_port
from tests.soak.server import wait_for

AS_README = ["--workers=2", "--threads=8", "--worker-tmp-dir=/dev/shm", "--no-control-socket"]
AS_README += ["--forwarded-allow-ips=127.0.0.1"]
YARDSTICKS = "tests.bench.yardsticks.wsgi"


@dataclass(frozen=True)
class Server:
    site: Site

    @property
    def port(self) -> int:
        return self.site.port

    @property
    def processes(self) -> list[int]:
        return children_of(self.site.server.pid)

    def ask(self, path: str) -> Answer:
        return self.site.get(path)


@contextmanager
def serving(module: str, folder: Path, known: dict[str, str]) -> Iterator[Server]:
    port, log = free_port(), folder / "log"
    command = [sys.executable, "-m", "gunicorn", module, "--bind", f"127.0.0.1:{port}", *AS_README]
    with log.open("a") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=known, stdout=output, stderr=output, process_group=0
        )
        try:
            wait_for(port, process)
            yield Server(Site(port, log, process))
        finally:
            end(process)


def yardstick(known: dict[str, str], **more: str) -> dict[str, str]:
    """The environment of one, which has settings of its own."""
    return (
        known | {"DJANGO_SETTINGS_MODULE": "tests.bench.yardsticks.settings", "HOST": HOST} | more
    )
