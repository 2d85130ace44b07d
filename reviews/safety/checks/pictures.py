"""What cameras and programs write into the pictures of a document."""

from collections.abc import Iterator

import pikepdf

from reviews.safety.document import Document
from reviews.safety.findings import Finding, Kind, Severity
from reviews.safety.jpeg import without_private_parts


def picture_data(document: Document) -> Iterator[Finding]:
    if any(content != without_private_parts(content) for content in _jpegs(document)):
        yield Finding(
            Kind.PICTURE_DATA,
            Severity.NOTE,
            None,
            "Photos hold camera data, which can name the place, the time and the owner.",
            cleaned=True,
        )


def _jpegs(document: Document) -> Iterator[bytes]:
    return (picture.read_raw_bytes() for picture in document.dictionaries if is_jpeg(picture))


def is_jpeg(thing: pikepdf.Object) -> bool:
    if not isinstance(thing, pikepdf.Stream):
        return False
    filters = thing.get("/Filter")
    return filters == "/DCTDecode" or (
        isinstance(filters, pikepdf.Array) and [str(name) for name in filters] == ["/DCTDecode"]
    )
