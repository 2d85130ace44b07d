"""One at a time for each page: whoever asks while it is rendered waits for that rendering."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

LONGEST_WAIT = 5.0  # seconds; after that everybody renders for themselves


class Turns:
    def __init__(self) -> None:
        self._lock = Lock()
        self._running: dict[tuple[str, ...], Event] = {}

    @contextmanager
    def take(self, key: tuple[str, ...]) -> Iterator[Event | None]:
        """None for whoever is first; for others, what tells when the first has done."""
        with self._lock:
            running = self._running.get(key)
            own = self._running.setdefault(key, Event()) if running is None else None
        try:
            yield running
        finally:
            if own:
                with self._lock:
                    del self._running[key]
                own.set()

    def is_taken(self, key: tuple[str, ...]) -> bool:
        return key in self._running
