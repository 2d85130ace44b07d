"""What a process that serves visitors does before the first of them comes."""

import os

from tscb.board import copies, site


def warm_up() -> None:
    """The page with the number is drawn once: its facts are read, its templates are at hand."""
    site.keeper.begin_watched()
    os.register_at_fork(after_in_child=site.keeper.take_last_good)
    copies.worried_page()
