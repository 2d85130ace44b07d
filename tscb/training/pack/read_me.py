"""The first file of the pack: what lies in it, and whom to call."""

import textwrap
from collections.abc import Iterator
from typing import Any

WIDTH = 88


def read_me(data: dict[str, Any], files: list[tuple[str, str]]) -> str:
    """`files`: names and what each is."""
    return "\n".join([*_head(data), *_list(files), *_foot(data)]) + "\n"


def _head(data: dict[str, Any]) -> Iterator[str]:
    yield _line(data["theme"])
    yield _line(f"Training pack of the {data['board']}, {data['minutes']} minutes")
    if data["sample_mark"]:
        yield data["sample_mark"]
    yield data["address"]
    yield ""
    yield "This choice, to be changed or sent to a colleague:"
    yield data["page"]
    if data["gone"]:
        yield ""
        yield _line(GONE)


GONE = (
    "Something that was asked for is no longer published, or not part of this theme. It is not in "
    "this pack."
)


def _list(files: list[tuple[str, str]]) -> Iterator[str]:
    yield ""
    for name, about in files:
        yield name
        yield textwrap.indent(_line(about), "    ")


def _foot(data: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield "Look after yourself and those who take part, and never talk about a child or family"
    yield "who could be known again. The ground rules stand in the guide and on the third slide."
    yield ""
    yield "If you are worried about a child"
    for one in data["numbers"]:
        yield f"- {one['when']} {one['number']}"


def _line(words: str) -> str:
    return textwrap.fill(" ".join(words.split()), WIDTH, break_long_words=False)
