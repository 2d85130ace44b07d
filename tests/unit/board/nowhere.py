"""A database that is really unreachable: nothing listens at the port it is looked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

NOBODY_LISTENS = 1


@contextmanager
def database_nowhere() -> Iterator[BaseDatabaseWrapper]:
    """Within, this thread's default connection is a new one, to a port where nobody answers."""
    real = connections["default"]
    lost = real.copy()
    lost.settings_dict = {**real.settings_dict, "HOST": "127.0.0.1", "PORT": NOBODY_LISTENS}
    connections["default"] = lost
    try:
        yield lost
    finally:
        connections["default"] = real
