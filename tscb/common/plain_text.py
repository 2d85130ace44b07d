"""Texts in the small markup as plain text, for a mail, a braille line or a screen reader.

Lines are short enough for a mail; what cannot be broken, such as an address, stays whole.
"""

import textwrap
import unicodedata
from typing import Any

from tscb.common.typesetting import blocks

WIDTH = 72
# Marks that turn the direction of all that follows, or show a text as something else.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def plain(text: str) -> str:
    """Paragraphs and lists; behind the words of a link stands its address."""
    return _blocks(blocks(text), WIDTH)


def headed(words: str, rule: str) -> str:
    """With a line of this mark below."""
    heading = wrapped(words)
    return f"{heading}\n{rule * max(map(len, heading.splitlines()), default=0)}"


def wrapped(words: str, start: str = "", width: int = WIDTH) -> str:
    return textwrap.fill(
        words,
        width,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )


def harmless(text: str) -> str:
    """Without control characters, which a terminal or a mail reader would act upon."""
    return "".join(
        one
        for one in text
        if one == "\n" or (unicodedata.category(one) not in ("Cc", "Cs") and one not in TURNING)
    )


def _blocks(found: list[dict[str, Any]], width: int) -> str:
    return "\n\n".join(
        _list(one["items"], width) if one["kind"] == "list" else _paragraph(one["runs"], width)
        for one in found
    )


def _paragraph(runs: list[dict[str, Any]], width: int) -> str:
    words = "".join(map(_run, runs))
    return "\n".join(wrapped(line, width=width) for line in words.split("\n"))


def _run(run: dict[str, Any]) -> str:
    """The words, and the address that a link would hide; a number to call says itself."""
    link = run["link"]
    if not link or link.startswith("tel:") or link == run["text"]:
        return run["text"]
    return f"{run['text']} ({link.removeprefix('mailto:')})"


def _list(items: list[list[dict[str, Any]]], width: int) -> str:
    texts = (_blocks(item, width - 2).replace("\n\n", "\n") for item in items)
    return "\n".join("- " + textwrap.indent(text, "  ").lstrip() for text in texts)
