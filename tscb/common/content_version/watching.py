"""One thread a process asks the database about twice a second which version of the content it
has, and so learns, too, whether it answers at all.

`start()` belongs to processes that serve visitors: the front of the site calls it. Elsewhere, as
in a command, nobody asks, and `known()` says so: no number, and nothing against the database.
"""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from threading import Event, Lock, Thread
from time import monotonic

import psycopg2
from django.db import close_old_connections, connections
from django.utils import timezone

from tscb.common.content_version.asking import Line
from tscb.common.content_version.moments import question

logger = logging.getLogger(__name__)
EVERY = WITHIN = 0.5  # seconds from question to question, and for an answer
FRESH_FOR = 3.0  # seconds after which a silent watch, as after a standstill, is not believed
Callback = Callable[[], None]


@dataclass(frozen=True)
class Known:
    """What was learned last.

    `number`: changes with every commit of public content; None where it was never learned.
    `newest`: the last moment at which time alone made something public. `day`: here.
    `answers`: whether the database did when it was asked last. `asked_at`: when it was asked what
    it answered last; `since`: when this version became known; both in seconds of `monotonic`.
    """

    number: int | None = None
    newest: datetime | None = None
    day: date | None = None
    answers: bool = True
    asked_at: float = 0.0
    since: float = 0.0

    @property
    def content(self) -> tuple[int | None, datetime | None]:
        """What is public, but for texts that depend on the day."""
        return self.number, self.newest

    @property
    def version(self) -> tuple[int | None, datetime | None, date | None]:
        return self.number, self.newest, self.day

    def is_fresh(self) -> bool:
        return monotonic() - self.asked_at < FRESH_FOR


class Watch:
    """Asks, tells and remembers. `look` never raises."""

    def __init__(self) -> None:
        self.known = Known()
        self._line = Line(WITHIN)
        self._sql = ""
        self._stopped = Event()
        self._thread: Thread | None = None
        self._lock = Lock()
        self._trouble = ""

    def start(self) -> None:
        if self._thread is None:
            with self._lock:
                if self._thread is None:
                    self._thread = Thread(target=self._run, name="content-watch", daemon=True)
                    self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self._thread:
            self._thread.join()

    def look(self) -> None:
        """Where the tables are missing, as between an update and its migrations, the database
        answers, but nothing is known of its content."""
        asked_at = monotonic()
        try:
            seen = self._seen(asked_at)
        except psycopg2.ProgrammingError as error:
            self.known = Known(asked_at=asked_at)
            self._note(f"the database has no version, nothing is kept: {type(error).__name__}")
        except Exception as error:
            self.known = replace(self.known, answers=False)
            self._note(f"the database does not answer: {type(error).__name__}")
        else:
            self._take(seen)

    def _seen(self, asked_at: float) -> Known:
        """The time is this process's own, as it is in what pages ask."""
        now = timezone.now()
        self._sql = self._sql or question()
        number, newest = self._line.ask(self._sql, {"now": now})
        day = timezone.localdate(now)
        return Known(number, newest, day, asked_at=asked_at, since=monotonic())

    def _take(self, seen: Known) -> None:
        """Tells the new version once everything that depends on it was told; if something could
        not take it, the old one grows stale, and is told again at the next look."""
        if seen.version == self.known.version:
            seen = replace(seen, since=self.known.since)
        elif not self._told():
            self.known = replace(self.known, answers=True)
            return
        self.known = seen
        self._note("")

    def _told(self) -> bool:
        close_old_connections()
        try:
            for callback in _callbacks:
                callback()
        except Exception as error:
            self._note(f"a new version could not be taken in: {type(error).__name__}")
            return False
        return True

    def _note(self, trouble: str) -> None:
        """One line for each change of state."""
        if trouble != self._trouble:
            logger.warning("The watch on the content: %s", trouble or "all is well again")
        self._trouble = trouble

    def _run(self) -> None:
        while not self._stopped.is_set():
            begun = monotonic()
            self.look()
            self._stopped.wait(max(0.0, EVERY - (monotonic() - begun)))
        self._line.close()
        connections.close_all()


_watch = Watch()
_callbacks: list[Callback] = []


def start() -> None:
    """To be called at every request: the first one of a process begins the watch."""
    _watch.start()


def known() -> Known:
    """Never waits and never raises."""
    return _watch.known


def on_change(callback: Callback) -> None:
    """Has it called in the watch's thread whenever the version has changed, also when it is
    learned first, and before `known()` tells: what it reads again is in place by then."""
    if callback not in _callbacks:
        _callbacks.append(callback)


def _begin_anew() -> None:
    """A child has neither its parent's thread nor any use for its line."""
    global _watch
    _watch = Watch()


os.register_at_fork(after_in_child=_begin_anew)
