"""What runs inside the child process that reads a PDF from outside.

`serve` confines the process and does one job: it reads the file from the standard input, and
what the job yields goes to the standard output. Run as a program, the job is `facts`. No Django
here: it starts in a fraction of a second and holds no secret.
"""

import json
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from tscb.common.uploads.pdf_reading import UnreadablePdfError, opened

Job = Callable[..., Iterable[bytes]]


def serve(job: Job) -> None:
    """Does `job(file, *arguments)` under the limits (seconds, memory, output) given first."""
    seconds, memory, written, *arguments = sys.argv[1:]
    confine(int(seconds), int(memory), int(written))
    for piece in job(sys.stdin.buffer.read(), *arguments):
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def confine(seconds: int, memory: int, written: int) -> None:
    """Takes from this process, for good, all but so much time, memory and output."""
    limits = {
        # Of time the first limit ends the process in a way that says why, the second for certain.
        resource.RLIMIT_CPU: (seconds, seconds + 1),
        resource.RLIMIT_AS: (memory, memory),
        resource.RLIMIT_FSIZE: (written, written),
        resource.RLIMIT_CORE: (0, 0),
    }
    for limit, both in limits.items():
        with suppress(ValueError, OSError):  # macOS does not know every limit
            resource.setrlimit(limit, both)


def allow_step(seconds: float) -> None:
    """From now on so many seconds of work until the next call; then the process is ended."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def line(**said: object) -> bytes:
    """One thing said to the parent."""
    return json.dumps(said).encode() + b"\n"


def facts(content: bytes) -> Iterator[bytes]:
    """How many pages the file has, or why that cannot be said."""
    try:
        with opened(content) as document:
            document[0].close()  # damage often shows only when a page is read
            yield line(pages=len(document))
    except UnreadablePdfError as error:
        yield line(problem=str(error))


if __name__ == "__main__":
    serve(facts)
