"""Deleting what has been kept long enough; see `manage.py tick`."""

from tscb.events import keeping


def work() -> None:
    keeping.delete_what_is_due()
