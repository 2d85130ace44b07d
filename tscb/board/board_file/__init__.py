"""What the board’s own app takes from the file that sets up a site. See docs/another-board.md."""

from collections.abc import Iterator

from tscb.board.board_file import agencies_and_pages, numbers, settings
from tscb.board.board_file.reading import Told

SECTIONS = (*settings.FIELDS, "contacts", "agencies", "pages")


def problems(told: Told) -> Iterator[str]:
    for part in (settings, numbers, agencies_and_pages):
        yield from part.problems(told)


def begin(told: Told) -> None:
    """Before the facts of every app are added, that stand on the settings."""
    settings.write(told)
    numbers.write(told)


def write(told: Told) -> None:
    agencies_and_pages.write(told)
