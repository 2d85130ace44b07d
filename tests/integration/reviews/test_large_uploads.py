"""Two hundred megabytes sent to the site as it is served: an answer, and no memory of it."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import make_person, make_review, sign_in
from tests.factories.admin import change_address
from tests.factories.processes import surroundings
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)
PIECE, PIECES = bytes(1_000_000), 200
START_WITHIN = 60  # seconds, on a busy machine


@pytest.fixture
def server() -> Iterator[tuple[int, int]]:
    """The port of the site, and the number of the one process that answers there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serve = [sys.executable, "-m", "gunicorn", "tscb.wsgi", "--bind", f"127.0.0.1:{port}"]
    quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = subprocess.Popen(serve, cwd=settings.BASE_DIR, env=surroundings(), **quiet)
    try:
        wait_for(port)
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text()
        yield port, int(children.split()[0])
    finally:
        running.terminate()
        running.wait(timeout=30)


def wait_for(port: int) -> None:
    for _ in range(START_WITHIN * 5):
        try:
            if asked(port, "GET", "/").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("The site did not answer.")


def asked(port: int, method: str, path: str, **sent: object) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, **sent)  # type: ignore[arg-type]  # handed on as it is
    return connection.getresponse()


def largest_memory(process: int) -> int:
    """The most that it ever held, in kilobytes."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def test_two_hundred_megabytes_get_an_answer_and_take_no_memory(server):
    port, process = server
    key = sign_in(Client(), make_person(Role.EDITOR)).cookies["sessionid"].value
    address, cookie = change_address(make_review()), f"sessionid={key}"
    assert asked(port, "GET", address, headers={"Cookie": cookie}).status == 200
    before = largest_memory(process)
    told = {
        "Cookie": cookie,
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": str(len(PIECE) * PIECES),
    }
    answer = asked(port, "POST", address, headers=told, body=(PIECE for _ in range(PIECES)))
    assert answer.status == 413
    assert "larger than we can take" in answer.read().decode()
    assert largest_memory(process) - before < 20_000
    assert asked(port, "GET", "/").status == 200
