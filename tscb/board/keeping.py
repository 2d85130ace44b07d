"""Keeps the facts in this process: fresh to a second, the last good ones without a database.

In a process that serves visitors the watch on the content (`content_version`) says when to read
again, and does so in its own thread: no visitor waits. Elsewhere whoever asks reads, once a second.
"""

import logging
from threading import Lock
from time import monotonic

from django.db import Error

from tscb.board import last_good
from tscb.board.reading import read_facts
from tscb.board.site_facts import KnownFacts, default_facts
from tscb.common.content_version import watching
from tscb.common.database import deadlines

logger = logging.getLogger(__name__)
FRESH_FOR = 1.0  # seconds
LEAVE_ALONE_FOR = 2.0  # seconds without asking a database that has just failed
READ_WITHIN = 1.0  # seconds, in a process that keeps deadlines
STARTS_WITHIN = 0.3  # seconds that a start waits for the database


class Keeper:
    """Threads share it: one reads, the others go on with what is kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._facts: KnownFacts | None = None
        self._ask_again_at = 0.0
        self._is_watched = False

    def begin_watched(self) -> None:
        """Reads them before the first visitor comes. From now on the watch calls `renew`."""
        self._is_watched = True
        with deadlines.at_most(STARTS_WITHIN):
            self.facts()

    def take_last_good(self) -> None:
        """In a child of a process that may have read them days ago; other children have since."""
        self._facts = last_good.read() or self._facts

    def facts(self) -> KnownFacts:
        """Never raises, and waits for the database only if nothing is known yet."""
        kept = self._facts
        if kept is None:
            with self._lock:
                return self._facts or self._refresh(None)
        if self._may_ask() and self._lock.acquire(blocking=False):
            try:
                return self._refresh(kept)
            finally:
                self._lock.release()
        return kept

    def renew(self) -> None:
        """Reads them now, for what is about to be said of a newer state. Raises what stops it."""
        with self._lock, deadlines.at_most(READ_WITHIN):
            facts = read_facts()
            if facts != self._facts:
                last_good.write(facts)
            self._keep(facts, FRESH_FOR)

    def forget(self) -> None:
        with self._lock:
            self._facts = None

    def _may_ask(self) -> bool:
        """Under a watch only where that finds nothing to watch, as before the first migration."""
        known = watching.known()
        if self._is_watched and not (known.number is None and known.is_fresh()):
            return False
        return monotonic() >= self._ask_again_at

    def _refresh(self, kept: KnownFacts | None) -> KnownFacts:
        try:
            with deadlines.at_most(READ_WITHIN):
                facts = read_facts()
        except Exception as error:  # whatever went wrong, a number has to be shown
            logger.warning(
                "The board's facts could not be read, the last known ones are shown: %s",
                type(error).__name__,
                exc_info=not isinstance(error, Error),
            )
            return self._keep(kept or last_good.read() or default_facts(), LEAVE_ALONE_FOR)
        if facts == kept:
            return self._keep(kept, FRESH_FOR)
        last_good.write(facts)
        return self._keep(facts, FRESH_FOR)

    def _keep(self, facts: KnownFacts, seconds: float) -> KnownFacts:
        self._facts, self._ask_again_at = facts, monotonic() + seconds
        return facts
