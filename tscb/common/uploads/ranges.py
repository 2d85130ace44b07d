"""A part of a file, as a browser asks for it (RFC 9110, section 14: one range of bytes)."""

import re

from django.core.files.base import File

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)


class NoSuchPartError(Exception):
    """The part lies behind the end of the file."""


def wanted_part(header: str, size: int) -> tuple[int, int] | None:
    """First and last byte; None when the whole file is the right answer."""
    match = RANGE.fullmatch(header.strip())
    if not match or match.groups() == ("", ""):
        return None
    start, end = match.groups()
    first = int(start) if start else max(0, size - int(end))
    last = min(int(end), size - 1) if start and end else size - 1
    if first >= size:
        raise NoSuchPartError
    return (first, last) if first <= last else None


class FilePart:
    """Reads like a file that holds only the bytes from `first` to `last`."""

    def __init__(self, file: File, first: int, last: int):
        self.file = file
        self.left = last - first + 1
        file.seek(first)

    def read(self, size: int = -1) -> bytes:
        size = self.left if size < 0 else min(size, self.left)
        content = self.file.read(size)
        self.left -= len(content)
        return content

    def close(self) -> None:
        self.file.close()
