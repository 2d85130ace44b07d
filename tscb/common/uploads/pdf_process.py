"""Reads PDF files from outside in a child process with limits on time, memory and output.

A child that hangs or crashes is an answer like any other, never an error of this process. The
child gets the bytes alone: no file name, no environment, nothing to find a secret in.
"""

import json
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any

from django.conf import settings

CHECK_SECONDS = 10


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
    module: str, file: IO[bytes], *arguments: str, seconds: int, written: int = 50_000_000
) -> Iterator[tuple[Ended, IO[bytes]]]:
    """Runs a module that calls `pdf_child.serve`; gives how it ended and what it wrote."""
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as output:
        file.seek(0)
        shutil.copyfileobj(file, source)
        file.seek(0)
        source.seek(0)
        limits = (seconds, settings.UPLOAD_CHILD_MEMORY, written)
        ended = _run(module, [*map(str, limits), *arguments], source, output, seconds)
        output.seek(0)
        yield ended, output


def _run(
    module: str, arguments: list[str], source: IO[bytes], output: IO[bytes], seconds: int
) -> Ended:
    try:
        finished = subprocess.run(  # noqa: S603 - our own module, no shell, arguments are ours
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=source,
            stdout=output,
            stderr=subprocess.DEVNULL,  # could quote the document
            env={
                "PYTHONPATH": str(settings.BASE_DIR),
                "LC_ALL": "C.UTF-8",
                **settings.UPLOAD_CHILD_ENVIRONMENT,
            },
            timeout=seconds * 2,  # the machine may be busy with other things
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ended.TOO_LONG
    return _how(finished.returncode)


def _how(code: int) -> Ended:
    if code in (-signal.SIGXCPU, -signal.SIGPROF):
        return Ended.TOO_LONG
    return Ended.BROKEN_OFF if code else Ended.WELL


def lines(output: IO[bytes]) -> Iterator[dict[str, Any]]:
    """What the child said; a last line that was cut off is left out."""
    for text in output:
        if text.endswith(b"\n"):
            yield json.loads(text)
