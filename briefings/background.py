"""What the worker does for the briefings: makes archives of years; see `manage.py tick`."""

from briefings.year_archive import making


def work() -> None:
    """One archive a turn."""
    making.make_next()
