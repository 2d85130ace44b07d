"""How long a thread that answers a visitor waits for the database.

A server that was stopped, or a network that drops everything, keeps its connections open and says
nothing: no timeout of the server's own helps, and the thread would be gone. So psycopg2 is told to
wait through `wait`. It costs some millionths of a second a query; COPY and large objects, which
nothing here uses, do not work with it.
"""

import math
import select
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from psycopg2 import OperationalError, extensions

from tscb.common.database.breaker import is_away, was_just_heard

LONGEST = (
    15.0  # seconds for one statement of a server that otherwise answers: a lock, a long search
)
WHEN_AWAY = 0.2  # seconds, once the watcher has found that nobody answers
LOOKS_EVERY = 0.1
# The last thread of a process belongs to pages that need no database: README starts eight.
WAITING_AT_MOST = 7
LAST_THREAD_WAITS = 0.25

_own = threading.local()
_waiting: dict[int, float] = {}  # since when, by thread


def set_up() -> None:
    """For the whole process, and for good."""
    extensions.set_wait_callback(wait)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """All that this thread asks within the block together waits no longer."""
    before = _own_limit()
    _own.until = min(before, monotonic() + seconds)
    try:
        yield
    finally:
        _own.until = before


def wait(connection: extensions.connection) -> None:
    """What psycopg2 calls. Raises when it has been long enough; the connection is closed then."""
    began, thread = monotonic(), threading.get_ident()
    until = min(began + LONGEST, _own_limit())
    _waiting[thread] = began
    try:
        while (state := connection.poll()) != extensions.POLL_OK:
            if not _came(connection, state, until) and _is_enough(began, until):
                raise OperationalError("The database did not answer in time.")
    finally:
        _waiting.pop(thread, None)


def _own_limit() -> float:
    return getattr(_own, "until", math.inf)


def _came(connection: extensions.connection, state: int, until: float) -> bool:
    waiting = select.poll()
    waiting.register(
        connection.fileno(), select.POLLIN if state == extensions.POLL_READ else select.POLLOUT
    )
    left = max(0.0, min(LOOKS_EVERY, until - monotonic()))
    return bool(waiting.poll(left * 1000))


def _is_enough(began: float, until: float) -> bool:
    now = monotonic()
    waited = now - began
    if now >= until or (waited >= WHEN_AWAY and is_away()):
        return True
    return waited >= LAST_THREAD_WAITS and _is_last(began) and not was_just_heard()


def _is_last(began: float) -> bool:
    return sum(since < began for since in list(_waiting.values())) >= WAITING_AT_MOST
