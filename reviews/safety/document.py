"""A PDF as the checks see it: its bytes, its objects, and the text that its pages show."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

DEEPEST = 20  # objects nested directly in each other; nothing honest goes deeper


@dataclass
class Document:
    """`texts` holds the text of the pages that were examined so far."""

    content: bytes
    pdf: pikepdf.Pdf
    texts: list[str] = field(default_factory=list)

    @cached_property
    def dictionaries(self) -> list[pikepdf.Object]:
        return list(dictionaries(self.pdf))

    @cached_property
    def words(self) -> set[str]:
        return {word for text in self.texts for word in text.split()}


def open_pdf(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content), suppress_warnings=True)


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every dictionary of the file, wherever it hides, each once; of streams the stream itself."""
    for thing in pdf.objects:
        yield from _dictionaries_in(thing, DEEPEST)


def _dictionaries_in(thing: Any, depth: int) -> Iterator[pikepdf.Object]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        children = [child for _, child in thing.items()]
    elif isinstance(thing, pikepdf.Array):
        children = list(thing)
    else:
        return
    for child in children:
        if depth and isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from _dictionaries_in(child, depth - 1)


def text_of(thing: Any) -> str:
    """A string or a name as text; a reader's program shows the same."""
    return str(thing).strip() if isinstance(thing, pikepdf.String | pikepdf.Name | str) else ""
