"""What the worker does for the reviews: checks long documents; see `manage.py tick`."""

from reviews import inspection


def work() -> None:
    """One document a turn, so that mail never waits long behind a pile of reports."""
    inspection.inspect_next()
