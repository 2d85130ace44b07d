"""What the worker does for events on each turn; see `manage.py tick`. Safe to run twice at once."""

from tscb.events import due
from tscb.events.afterwards import asking


def remind() -> None:
    due.give_free_places()
    due.remind()
    asking.ask_what_changed()
