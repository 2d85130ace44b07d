"""A question to PostgreSQL that ends in time, whatever has become of the server.

Connecting, sending and waiting are done without blocking, and the deadline is this process's own:
a server that was stopped in mid-sentence, or a network that swallows everything, answers nothing
to those who wait for it. (Only the look-up of a host's name cannot be cut short.)
"""

import select
from collections.abc import Mapping
from time import monotonic
from typing import Any

import psycopg2
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg2.extensions import POLL_OK, POLL_READ, POLL_WRITE

WAITS_FOR = {POLL_READ: select.POLLIN, POLL_WRITE: select.POLLOUT}


class TooLate(Exception):
    """The database did not answer in time."""


class Line:
    """A connection of its own to the site's database, made again when it was lost."""

    def __init__(self, within: float) -> None:
        self._within = within
        self._connection: Any = None

    def ask(self, sql: str, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The one row. A line that broke since the last question is made once more.

        Raises TooLate, or what psycopg2 raises.
        """
        deadline = monotonic() + self._within
        was_open = self._connection is not None
        try:
            return self._ask(sql, values, deadline)
        except (psycopg2.OperationalError, psycopg2.InterfaceError):
            if not was_open:
                raise
            return self._ask(sql, values, deadline)

    def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _ask(self, sql: str, values: Mapping[str, Any], deadline: float) -> tuple[Any, ...]:
        try:
            if self._connection is None:
                self._connection = psycopg2.connect(**address(), async_=True)
                _wait(self._connection, deadline)
            cursor = self._connection.cursor()
            cursor.execute(sql, values)
            _wait(self._connection, deadline)
            return cursor.fetchone()  # type: ignore[no-any-return] # psycopg2 has no types
        except Exception:
            self.close()
            raise


def address() -> dict[str, Any]:
    """Where the site's own connections lead, by the names that libpq knows."""
    known = connections[DEFAULT_DB_ALIAS].get_connection_params()
    return {name: value for name, value in known.items() if name != "cursor_factory"}


def _wait(connection: Any, deadline: float) -> None:
    while (state := connection.poll()) != POLL_OK:
        left = deadline - monotonic()
        ready = select.poll()
        ready.register(connection.fileno(), WAITS_FOR[state])
        if left <= 0 or not ready.poll(left * 1000):
            raise TooLate
