"""The usual headings of briefings, in a table where staff can read and change them."""

from briefings.headings import write_missing


def set_up() -> None:
    write_missing()
