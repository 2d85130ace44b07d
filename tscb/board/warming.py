"""What a process that serves visitors does before the first of them comes."""

from tscb.board import copies, site


def warm_up() -> None:
    """The page with the number is drawn once: its facts are read, its templates are at hand."""
    site.keeper.begin_watched()
    copies.worried_page()
