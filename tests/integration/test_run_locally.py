"""`make run`'s command as a person starts it: a process of its own, on a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

ROOT = Path(__file__).resolve().parents[2]
# Making the sample content takes some seconds, and far more where every processor is busy.
PATIENCE_SECONDS = 300


@dataclass
class Site:
    port: int
    environment: dict[str, str]
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def run_locally(port: int, environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "run_locally", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    """The address of an empty database on the server that the tests use."""
    server = settings.DATABASES["default"]
    user, password = quote(server["USER"]), quote(server["PASSWORD"] or "")
    where = f"{user}:{password}@{quote(server['HOST'], safe='')}:{server['PORT'] or 5432}"
    name = f"run_locally_{os.getpid()}"
    with closing(psycopg2.connect(f"postgres://{where}/postgres")) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        cursor.execute(f"create database {name}")
        yield f"postgres://{where}/{name}"
        cursor.execute(f"drop database {name} with (force)")


@pytest.fixture(scope="module")
def site(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    files = tmp_path_factory.mktemp("files")
    environment = {**os.environ, "DATABASE_URL": database, "DATA_DIR": str(files)}
    port = free_port()
    site = Site(port, environment, run_locally(port, environment))
    wait_for(site)
    yield site
    end(site.process)


def wait_for(site: Site) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not answers(site):
        if site.process.poll() is not None or time.monotonic() > deadline:
            pytest.fail(end(site.process))
        time.sleep(0.2)


def end(process: subprocess.Popen[str]) -> str:
    """Asks it to end, as Ctrl-C does, and gives what it has said."""
    process.terminate()
    return process.communicate(timeout=PATIENCE_SECONDS)[0]


def answers(site: Site) -> bool:
    try:
        with urllib.request.urlopen(f"{site.address}/health/ready", timeout=5) as answer:
            return answer.status == 200
    except urllib.error.URLError:
        return False


def test_port_in_use_is_said(site: Site) -> None:
    second = run_locally(site.port, site.environment)
    said, _ = second.communicate(timeout=PATIENCE_SECONDS)
    assert second.returncode == 1
    assert f"Is port {site.port} in use? Try: make run PORT=8001" in said


def test_site_stands_with_sample_content_and_ends_when_told(site: Site) -> None:
    with urllib.request.urlopen(f"{site.address}/case-reviews/", timeout=20) as answer:
        assert "sample" in answer.read().decode().lower()
    said = end(site.process)
    assert site.process.returncode == 0
    assert f"The site: {site.address}/" in said
    assert not answers(site)


def test_production_is_refused(settings: Settings) -> None:
    settings.DEVELOPMENT = False
    with pytest.raises(CommandError, match="not for production"):
        call_command("run_locally")
