"""Whether the database is known to be away. The watcher (`content_version`) finds out, twice a
second and with deadlines of its own; whoever comes between need not find out once more.
"""

from time import monotonic

from django.db import InterfaceError, OperationalError

from tscb.common.content_version import watching

SURE_AFTER = 1.2  # seconds without an answer: one that is late once, on a busy machine, is not away


def is_away() -> bool:
    known = watching.known()
    return not known.answers and monotonic() - known.asked_at > SURE_AFTER


def is_an_outage(error: BaseException | None) -> bool:
    """Whether the same may go well in a minute: nobody answered, or broke off in the middle."""
    return isinstance(error, OperationalError | InterfaceError)
