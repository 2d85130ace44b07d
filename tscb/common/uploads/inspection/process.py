"""Looks at a file from outside in a child process with limits on time and memory.

A child that hangs or crashes is an answer like any other, never an error of this process.
"""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

from django.conf import settings

from tscb.common.uploads.inspection.remote import LENGTH, QUESTION, received

MODULE = "tscb.common.uploads.inspection.child"
LARGEST_ANSWER = 10_000
SECONDS = 15  # of work; the start of the program is a quarter of one
MOST_PIXELS = 100_000_000
MOST_MAIL_BYTES = 40 * 1_048_576  # more than mail systems carry


@dataclass(frozen=True)
class Found:
    """The kind of a good file, else the reason why it is none."""

    kind: str = ""
    reason: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def inspect(file: IO[bytes], size: int) -> Found:
    """Whatever reading `file` raises goes through; it is read here, not by the child."""
    with _child(size) as end:
        try:
            # The machine may be busy with other things: work is limited, and twice as much time.
            return Found(**_conversation(end, file, time.monotonic() + 2 * SECONDS))
        except TimeoutError:
            return Found(reason="too long")
        except (EOFError, ConnectionError, ValueError):
            return Found(reason="broken off")


@contextmanager
def _child(size: int) -> Iterator[socket.socket]:
    """Our end of a socket to a child, which never outlives the block."""
    limits = (SECONDS, settings.UPLOAD_CHILD_MEMORY, size, MOST_PIXELS, MOST_MAIL_BYTES)
    ours, its = socket.socketpair()
    with ours:
        with its:
            process = _started(its, *limits)
        try:
            yield ours
        finally:
            process.kill()
            process.wait()


def _started(stdin: socket.socket, *arguments: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module, no shell, arguments are ours
        [sys.executable, "-P", "-m", MODULE, *map(str, arguments)],
        stdin=stdin.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # could quote the file
        env={
            "PYTHONPATH": str(settings.BASE_DIR),
            "LC_ALL": "C.UTF-8",
            **settings.UPLOAD_CHILD_ENVIRONMENT,
        },
    )


def _conversation(end: socket.socket, file: IO[bytes], until: float) -> dict[str, Any]:
    """Gives the child what it asks for until it says what it found."""
    while True:
        end.settimeout(max(0.01, until - time.monotonic()))
        place, length = QUESTION.unpack(received(end, QUESTION.size))
        if not length:
            answer: dict[str, Any] = json.loads(received(end, min(place, LARGEST_ANSWER)))
            return answer
        file.seek(place)
        part = file.read(length)
        end.sendall(LENGTH.pack(len(part)) + part)
