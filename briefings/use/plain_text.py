"""A briefing as plain text, for a mail, a braille line or a screen reader.

Lines are short enough for a mail; what cannot be broken, such as an address, stays whole.
"""

import textwrap
import unicodedata
from collections.abc import Iterator
from typing import Any

from briefings.sheet.content import SheetContent, day, of_the_board
from briefings.use.questions import or_general
from tscb.board.site import current
from tscb.common.typesetting import blocks

WIDTH = 72
# Marks that turn the direction of all that follows, or show a text as something else.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def plain_text(content: SheetContent) -> str:
    """All of it, with who published it and when, and whom to call."""
    parts = [*_head(content), *_body(content), *_foot(content)]
    return _harmless("\n\n".join(part for part in parts if part)) + "\n"


def _head(content: SheetContent) -> Iterator[str]:
    board = of_the_board()["board"]
    yield _headed(content.title, "=")
    if content.is_sample:
        yield "Sample - fictional"
    yield _wrapped(f"7 minute briefing, {board}, {day(content)}")
    yield content.address
    yield _marked_up(current().content_warning)
    yield _marked_up(content.overview)


def _body(content: SheetContent) -> Iterator[str]:
    for number, (heading, text) in enumerate(content.sections, 1):
        yield _headed(f"{number}. {heading}", "-")
        yield _marked_up(text)
    yield _headed("To talk through together", "-")
    questions = enumerate(or_general(content.questions), 1)
    yield "\n".join(_wrapped(question, f"{number}. ") for number, question in questions)
    if content.resources:
        yield _headed("Read on", "-")
        yield "\n".join(_wrapped(f"{title}: {link}", "- ") for title, link in content.resources)


def _foot(content: SheetContent) -> Iterator[str]:
    yield _headed("If you are worried about a child", "-")
    lines = (f"{one['when']} {one['number']}" for one in of_the_board()["numbers"])
    yield "\n".join(_wrapped(line, "- ") for line in lines)


def _headed(words: str, rule: str) -> str:
    heading = _wrapped(words)
    return f"{heading}\n{rule * max(map(len, heading.splitlines()), default=0)}"


def _marked_up(text: str) -> str:
    return _blocks(blocks(text), WIDTH)


def _blocks(found: list[dict[str, Any]], width: int) -> str:
    return "\n\n".join(
        _list(one["items"], width) if one["kind"] == "list" else _paragraph(one["runs"], width)
        for one in found
    )


def _paragraph(runs: list[dict[str, Any]], width: int) -> str:
    words = "".join(map(_run, runs))
    return "\n".join(_wrapped(line, width=width) for line in words.split("\n"))


def _run(run: dict[str, Any]) -> str:
    """The words, and the address that a link would hide; a number to call says itself."""
    link = run["link"]
    if not link or link.startswith("tel:") or link == run["text"]:
        return run["text"]
    return f"{run['text']} ({link.removeprefix('mailto:')})"


def _list(items: list[list[dict[str, Any]]], width: int) -> str:
    texts = (_blocks(item, width - 2).replace("\n\n", "\n") for item in items)
    return "\n".join("- " + textwrap.indent(text, "  ").lstrip() for text in texts)


def _wrapped(words: str, start: str = "", width: int = WIDTH) -> str:
    return textwrap.fill(
        words,
        width,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _harmless(text: str) -> str:
    """Without control characters, which a terminal or a mail reader would act upon."""
    return "".join(
        one
        for one in text
        if one == "\n" or (unicodedata.category(one) not in ("Cc", "Cs") and one not in TURNING)
    )
