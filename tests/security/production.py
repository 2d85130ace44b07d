"""The site as production runs it: gunicorn, hardened settings, collected files, a proxy in front.

Unless a test names another, its database is a port at which nobody listens.
"""

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from cryptography.fernet import Fernet

ROOT = Path(__file__).resolve().parents[2]
HOST = "www.example.org"
AS_README = ["--workers=1", "--threads=8", "--forwarded-allow-ips=127.0.0.1", "--no-control-socket"]
FORM = "application/x-www-form-urlencoded"
START_WITHIN = 60  # seconds, on a busy machine
NOBODY_LISTENS = "postgres://nobody@127.0.0.1:1/none"
FROM_OUTSIDE = {"PATH", "HOME", "LANG", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"}


def environment(folder: Path) -> dict[str, str]:
    """What README.md says has to be set."""
    kept = {name: value for name, value in os.environ.items() if name in FROM_OUTSIDE}
    return kept | {
        "DATABASE_URL": NOBODY_LISTENS,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "FIELD_ENCRYPTION_KEYS": Fernet.generate_key().decode(),
        "ALLOWED_HOSTS": HOST,
        "SITE_ADDRESS": f"https://{HOST}",
        "DEFAULT_FROM_EMAIL": "board@example.org",
        "DATA_DIR": str(folder),
        "BEHIND_PROXY": "1",
    }


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Site:
    port: int
    log: Path
    server: subprocess.Popen[bytes]

    def get(self, path: str, *, scheme: str = "https", **headers: str) -> Answer:
        """Asks as the proxy in front does."""
        return self._ask("GET", path, None, {"X-Forwarded-Proto": scheme} | headers)

    def post(self, path: str, data: dict[str, str], **headers: str) -> Answer:
        """Sends a form as a browser does that stands on a page of the site."""
        sent = {"X-Forwarded-Proto": "https", "Origin": f"https://{HOST}", "Content-Type": FORM}
        return self._ask("POST", path, urlencode(data), sent | headers)

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Answer:
        asked = {"Host": HOST, "X-Forwarded-For": "192.0.2.1"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, asked | headers)
            got = connection.getresponse()
            return Answer(got.status, dict(got.headers), got.read().decode())
        finally:
            connection.close()

    def signal(self, what: signal.Signals) -> None:
        """To gunicorn and its workers."""
        os.killpg(self.server.pid, what)


@contextmanager
def running(folder: Path, **more: str) -> Iterator[Site]:
    """The site, served until the end of the block. `more` is said in its environment."""
    known = environment(folder) | more
    collect(folder, known)
    with serving(folder, known) as site:
        yield site


def collect(folder: Path, known: dict[str, str]) -> None:
    (folder / "static").mkdir()
    run = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(run, cwd=ROOT, env=known, check=True)


@contextmanager
def serving(
    folder: Path, known: dict[str, str], port: int = 0, arguments: Sequence[str] = ()
) -> Iterator[Site]:
    port, log = port or free_port(), folder / "log"
    serve = [
        sys.executable,
        "-m",
        "gunicorn",
        "tscb.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        *(arguments or AS_README),
    ]
    with log.open("a") as output:
        server = subprocess.Popen(
            serve, cwd=ROOT, env=known, stdout=output, stderr=output, process_group=0
        )
        try:
            yield _answering(Site(port, log, server))
        finally:
            end(server)


def end(server: subprocess.Popen[bytes]) -> None:
    """Also one that was stopped in the middle."""
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGCONT)
        server.terminate()
        server.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _answering(site: Site) -> Site:
    for _ in range(START_WITHIN * 5):
        assert site.server.poll() is None, site.log.read_text()
        try:
            site.get("/health/live")
        except OSError:
            time.sleep(0.2)
        else:
            return site
    raise AssertionError(site.log.read_text())
