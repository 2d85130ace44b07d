"""What a file really is, told by its first bytes, in words a person can act on.

Only for sentences: whether a file is taken is decided by the real parsers (checks.py).
"""

import zipfile
from typing import IO

HEAD = 1024  # bytes that are looked at; PDFium, too, looks for its mark in this many

BEGINNINGS = [
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"#!", "a script"),
    (b"PK\x03\x04", "a Word, Excel, PowerPoint or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file, or an Outlook message"),
    (b"{\\rtf", "a rich text file"),
    (b"%PDF-", "a PDF document"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
]
MARKUP = [
    (b"<svg", "an SVG drawing"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<script", "a web page"),
]


def kind_of(head: bytes) -> str:
    """The kind of file that begins like this, as in “This file is …”."""
    for beginning, name in BEGINNINGS:
        if head.startswith(beginning):
            return name
    if head[4:8] == b"ftyp":
        return "an HEIC photo or a film"
    return markup_in(head) or "of a kind that we do not know"


def markup_in(text: bytes) -> str:
    """The kind of web file that could be made of this, or nothing."""
    lowered = text.lower()
    return next((name for mark, name in MARKUP if mark in lowered), "")


def has_archive(file: IO[bytes]) -> bool:
    """Whether the file, whatever else it is, can also be opened as a zip archive."""
    found = zipfile.is_zipfile(file)
    file.seek(0)
    return found
