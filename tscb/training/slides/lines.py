"""Marked-up texts cut to the size of slides: as many lines as one holds, the rest on the next."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

Run = dict[str, Any]
Line = dict[str, Any]  # `level` 0 for a paragraph, more for an item of a list; `runs`
Block = dict[str, Any]
LETTERS = 480  # on one slide, in a type that can be read at the back of a room
WORD = re.compile(r"\s*\S+\s*|\s+")


def plain(text: str, level: int = 0) -> Line:
    return {"level": level, "runs": [{"text": text, "bold": False, "link": ""}]}


def lines_of(found: list[Block], level: int = 0) -> Iterator[Line]:
    for block in found:
        if block["kind"] == "list":
            for item in block["items"]:
                yield from lines_of(item, min(level + 1, 4))
        else:
            yield {"level": level, "runs": block["runs"]}


def as_blocks(lines: list[Line]) -> list[Block]:
    """Back into what the house style sets: items that follow each other are one list."""
    found: list[Block] = []
    for in_list, some in groupby(lines, key=lambda line: line["level"] > 0):
        set_as = [{"kind": "paragraph", "runs": line["runs"]} for line in some]
        found += [{"kind": "list", "items": [[one] for one in set_as]}] if in_list else set_as
    return found


def slides_of(lines: list[Line]) -> list[list[Line]]:
    """At least one, be it empty."""
    slides: list[list[Line]] = [[]]
    left = LETTERS
    for piece in (piece for line in lines for piece in _cut(line)):
        length = _length(piece["runs"])
        if slides[-1] and length > left:
            slides.append([])
            left = LETTERS
        slides[-1].append(piece)
        left -= length
    return slides


def _cut(line: Line) -> Iterator[Line]:
    """A line that no slide holds, cut between words."""
    runs: list[Run] = []
    for word in _words(line["runs"]):
        if runs and _length(runs) + len(word["text"]) > LETTERS:
            yield {**line, "runs": runs}
            runs = []
        _add(runs, word)
    if runs:
        yield {**line, "runs": runs}


def _words(runs: list[Run]) -> Iterator[Run]:
    for run in runs:
        yield from ({**run, "text": word} for word in WORD.findall(run["text"]))


def _add(runs: list[Run], word: Run) -> None:
    """To the run before, if it looks the same."""
    if runs and {**runs[-1], "text": ""} == {**word, "text": ""}:
        runs[-1]["text"] += word["text"]
    else:
        runs.append(dict(word))


def _length(runs: list[Run]) -> int:
    return sum(len(run["text"]) for run in runs)
