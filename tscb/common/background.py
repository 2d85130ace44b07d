"""What the worker does for the mechanisms; see `manage.py tick`."""

from tscb.common.content_version.change import put_together


def work() -> None:
    put_together()
