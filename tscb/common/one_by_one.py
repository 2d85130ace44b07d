"""Work of the background worker on many rows: one that cannot be dealt with holds up no other.

Say a row was encrypted with a key that is lost: it stays as it is, and is tried again next time.
"""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import Error

log = logging.getLogger(__name__)
Item = TypeVar("Item")


def each(items: Iterable[Item], act: Callable[[Item], object], *, what: str) -> None:
    """Calls `act` with each; `what` they are is for the log.

    What the database itself refuses goes through: it is away.
    """
    for item in items:
        try:
            act(item)
        except Error:
            raise
        except Exception as failure:  # whatever is wrong with this one, the others go on
            log.error("One of the %s failed: %s", what, type(failure).__name__)
