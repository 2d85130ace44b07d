"""Whether the database is known to be away. The watcher (`content_version`) finds out, twice a
second and with deadlines of its own; whoever comes between need not find out once more.
"""

from time import monotonic

from django.db import InterfaceError, OperationalError

from tscb.common.content_version import watching

SURE_AFTER = 1.2  # seconds without an answer: one that is late once, on a busy machine, is not away

JUST = 0.7  # seconds: it asks every half second


def is_away() -> bool:
    known = watching.known()
    return not known.answers and monotonic() - known.asked_at > SURE_AFTER


def was_just_heard() -> bool:
    """Whether the watcher had an answer to its last question: then who waits is slow, not lost."""
    known = watching.known()
    return known.answers and monotonic() - known.asked_at < JUST


def is_an_outage(error: BaseException | None) -> bool:
    """Whether the same may go well in a minute: nobody answered, or broke off in the middle."""
    return isinstance(error, OperationalError | InterfaceError)
