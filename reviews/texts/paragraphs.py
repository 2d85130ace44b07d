"""Turning the lines of a printed page back into paragraphs.

A PDF knows lines alone. A line that ends well before the others ends its paragraph, and what
begins like an item of a list begins a new one.
"""

import re
from collections.abc import Iterator

ENDS_EARLY = 0.75  # of the longest line of the page
LEADERS = re.compile(r"(?:\s*\.){4,}")  # the dots of a table of contents
ITEM = re.compile(r"(?:[•▪◦●‣–-]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-z]\))\s")


def paragraphs(text: str) -> Iterator[str]:
    text = LEADERS.sub(" … ", text)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    early = ENDS_EARLY * max(map(len, lines), default=0)
    begun: list[str] = []
    for line in lines:
        if begun and (not line or ITEM.match(line)):
            yield " ".join(begun)
            begun = []
        begun += [line] if line else []
        if begun and len(line) < early:
            yield " ".join(begun)
            begun = []
    if begun:
        yield " ".join(begun)
