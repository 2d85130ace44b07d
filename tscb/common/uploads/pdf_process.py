"""Reads PDF files from outside in a child process with limits on time, memory and output.

A child that hangs or crashes is an answer like any other, never an error of this process. The
child gets the bytes alone: no file name, no environment, nothing to find a secret in.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any

from django.conf import settings

CHECK_SECONDS = 4  # somebody waits; it is mostly the start of a program
MOMENT = 1.0  # seconds between two looks at a child that works

Said = dict[str, Any]


def nothing() -> None:
    """Where nobody listens before the child's end."""


class Ended(StrEnum):
    """How a child ended."""

    WELL = "well"
    TOO_LONG = "too long"
    BROKEN_OFF = "broken off"


@dataclass(frozen=True)
class PdfFacts:
    """What can be said about a file without looking at its content."""

    pages: int = 0
    problem: str = ""  # "", "password", "damaged", or how the child ended


def facts(file: IO[bytes]) -> PdfFacts:
    """How many pages the file has, or what is the matter with it."""
    with child("tscb.common.uploads.pdf_child", file, seconds=CHECK_SECONDS) as (ended, output):
        said = next(iter(lines(output)), None)
    if ended is not Ended.WELL or said is None:
        return PdfFacts(problem=str(ended))
    return PdfFacts(**said)


@contextmanager
def child(
    module: str,
    file: IO[bytes],
    *arguments: str,
    seconds: int,
    written: int = 50_000_000,
    heard: Callable[[list[Said]], None] | None = None,
) -> Iterator[tuple[Ended, IO[bytes]]]:
    """Runs a module that calls `pdf_child.serve`; gives how it ended and what it wrote.

    `heard` is called each moment while it works, with the lines that it has said since.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as output:
        file.seek(0)
        shutil.copyfileobj(file, source)
        file.seek(0)
        source.seek(0)
        limits = (seconds, settings.UPLOAD_CHILD_MEMORY, written)
        process = _started(module, [*map(str, limits), *arguments], source, output)
        # The machine may be busy with other things: work is limited, and twice as much time.
        look = following(output, heard) if heard else nothing
        ended = _waited(process, seconds * 2, look)
        output.seek(0)
        yield ended, output


def _started(
    module: str, arguments: list[str], source: IO[bytes], output: IO[bytes]
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module, no shell, arguments are ours
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=source,
        stdout=output,
        stderr=subprocess.DEVNULL,  # could quote the document
        env={
            "PYTHONPATH": str(settings.BASE_DIR),
            "LC_ALL": "C.UTF-8",
            **settings.UPLOAD_CHILD_ENVIRONMENT,
        },
    )


def _waited(process: subprocess.Popen[bytes], seconds: float, look: Callable[[], None]) -> Ended:
    """How the child ended; it never outlives this call, whatever happens to it or to us."""
    ends = time.monotonic() + seconds
    try:
        while time.monotonic() < ends:
            with suppress(subprocess.TimeoutExpired):
                return _how(process.wait(MOMENT))
            look()
    finally:
        process.kill()
        process.wait()
    return Ended.TOO_LONG


def following(output: IO[bytes], heard: Callable[[list[Said]], None]) -> Callable[[], None]:
    """A function that hands on what was said since its last call; the child goes on writing where
    it was, for it shares its place in the file with `output`."""
    at = 0

    def look() -> None:
        nonlocal at
        number = output.fileno()
        said = os.pread(number, os.fstat(number).st_size - at, at)
        whole = said[: said.rfind(b"\n") + 1]
        at += len(whole)
        heard([json.loads(line) for line in whole.splitlines()])

    return look


def _how(code: int) -> Ended:
    if code in (-signal.SIGXCPU, -signal.SIGPROF):
        return Ended.TOO_LONG
    return Ended.BROKEN_OFF if code else Ended.WELL


def lines(output: IO[bytes]) -> Iterator[Said]:
    """What the child said; a last line that was cut off is left out."""
    for text in output:
        if text.endswith(b"\n"):
            yield json.loads(text)
