"""Bars for a table of counts, as numbers that a template draws in SVG. The table itself stands
beside it, so the picture tells nothing that is not also there to be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Counted = tuple[str, int]  # a name and how many
MOST_BARS = 12
BAR, GAP = 22, 10  # height of a bar and the room below it, in units of the picture
NAMES, WIDTH = 320, 780  # where bars begin, and how wide the picture is
LONGEST_NAME = 36
ROOM_FOR_NUMBER = 60


@dataclass(frozen=True)
class Bar:
    name: str
    number: int
    top: int
    length: int

    @property
    def baseline(self) -> int:
        return self.top + BAR - 6

    @property
    def end(self) -> int:
        return NAMES + self.length + 8


@dataclass(frozen=True)
class Chart:
    title: str
    bars: list[Bar]
    left_out: int
    width: int = WIDTH
    names: int = NAMES - 10
    start: int = NAMES
    bar: int = BAR

    @property
    def height(self) -> int:
        return len(self.bars) * (BAR + GAP) + GAP


def chart(title: str, lines: Sequence[Counted], *, newest_last: bool = False) -> Chart:
    """A bar for each line. Of too many lines the last are shown if they are in order of time,
    otherwise the first; `left_out` says how many are not drawn."""
    shown = lines[-MOST_BARS:] if newest_last else lines[:MOST_BARS]
    most = max((number for _, number in shown), default=0) or 1
    bars = [_bar(line, place, most) for place, line in enumerate(shown)]
    return Chart(title, bars, left_out=len(lines) - len(bars))


def _bar(line: Counted, place: int, most: int) -> Bar:
    name, number = line
    room = WIDTH - NAMES - ROOM_FOR_NUMBER
    length = max(2, round(room * number / most)) if number else 0
    return Bar(_short(name), number, GAP + place * (BAR + GAP), length)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
