"""A PDF is whole, opens without a password, and holds nothing that runs and no other file."""

from collections.abc import Iterator
from typing import IO, BinaryIO, cast

import pikepdf

from tscb.common.uploads.inspection.refusals import Refused
from tscb.common.uploads.pdf_reading import UnreadablePdfError, opened

TAIL = 2048  # bytes at the end in which a whole PDF has its end mark
RUNS = {"/JavaScript", "/Launch", "/ImportData", "/Rendition", "/RichMediaExecute"}
DEEP = 20  # values inside values inside one object


def begins(head: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"%PDF-")


def checked(file: IO[bytes]) -> str:
    file.seek(-min(TAIL, file.seek(0, 2)), 2)
    if b"%%EOF" not in file.read():
        raise Refused("pdf cut off")
    _check_readable(file)
    file.seek(0)
    try:
        with pikepdf.open(cast("BinaryIO", file)) as document:
            for found in _dictionaries(document):
                _check_passive(found)
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise Refused("damaged") from None
    return "pdf"


def _check_readable(file: IO[bytes]) -> None:
    file.seek(0)
    try:
        with opened(file) as document:
            document[0].close()  # damage often shows only when a page is read
    except UnreadablePdfError as error:
        raise Refused(str(error)) from None


def _dictionaries(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for thing in document.objects:
        yield from _inside(thing, DEEP)


def _inside(thing: object, deep: int) -> Iterator[pikepdf.Object]:
    """The dictionaries of one object; what it only points at comes in its own turn."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        values = [value for _, value in thing.items()]
    else:
        values = list(thing) if isinstance(thing, pikepdf.Array) else []
    for value in values if deep else ():
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _inside(value, deep - 1)


def _check_passive(thing: pikepdf.Object) -> None:
    if "/JS" in thing or str(thing.get("/S")) in RUNS:
        raise Refused("pdf runs")
    if "/EF" in thing or str(thing.get("/Type")) == "/EmbeddedFile":
        raise Refused("pdf attachments")
