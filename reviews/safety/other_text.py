"""Text that readers meet outside the pages: title, bookmarks, texts read aloud for a picture; and
answers in a form, which stand on the pages of the public copy."""

from collections.abc import Iterator

import pikepdf

from reviews.safety.document import Document, text_of

MOST = 5_000  # texts; a report of 600 pages has fewer


def other_texts(document: Document) -> list[str]:
    """Each text once, in no promised order."""
    return list(dict.fromkeys(_texts(document)))[:MOST]


def _texts(document: Document) -> Iterator[str]:
    info = document.pdf.trailer.get("/Info")
    if isinstance(info, pikepdf.Dictionary):
        yield from filter(None, [text_of(info.get("/Title"))])
    for thing in document.dictionaries:
        yield from filter(None, _texts_for_readers(thing))


def _texts_for_readers(thing: pikepdf.Object) -> Iterator[str]:
    is_bookmark = "/Title" in thing and ("/Parent" in thing or "/Dest" in thing)
    if is_bookmark:
        yield text_of(thing.get("/Title"))
    if "/FT" in thing:
        yield text_of(thing.get("/V"))
    for key in ("/Alt", "/ActualText", "/E"):
        if thing.get("/S") is not None:
            yield text_of(thing.get(key))
