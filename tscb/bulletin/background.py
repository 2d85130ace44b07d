"""What the worker does for the e-bulletin, after all mail that does not go to many; see `manage.py
tick`. Safe to run twice at once, and to stop at any time.
"""

from collections.abc import Callable

from tscb.bulletin import counting, keeping
from tscb.bulletin.alerts.planning import plan
from tscb.bulletin.bounces import taking
from tscb.bulletin.sending.turn import send_due
from tscb.common.one_by_one import each

# What takes longest comes last, and knows from what came back whom no letter reaches.
WORKS: tuple[Callable[[], object], ...] = (
    taking.take_folder,
    keeping.delete_what_is_due,
    counting.note_subscribers,
    plan,
    send_due,
)


def work() -> None:
    """What one of them cannot do holds up no other."""
    each(WORKS, lambda one: one(), what="works of the e-bulletin")
