"""What the worker does for the board's own pages; see `manage.py tick`."""

from tscb.board import copies
from tscb.board.pages.report import look_at_next
from tscb.board.sessions.kept_forms import remove_spent


def work() -> None:
    copies.write_if_due()
    remove_spent()
    look_at_next()
