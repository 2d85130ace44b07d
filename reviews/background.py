"""What the worker does for the reviews: checks long documents; see `manage.py tick`."""

from reviews import long_checks


def work() -> None:
    """One document a turn, so that mail never waits long behind a pile of reports."""
    long_checks.inspect_next()
