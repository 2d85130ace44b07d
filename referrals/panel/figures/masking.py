"""Figures that may be published: none from which one child or one family could be told.

One or two are not told, and neither is what they could be worked out from: where one number of a
sum is hidden, so is a second one.
"""

from collections.abc import Iterator

from referrals.panel.figures.counting import Figures, Line

FEWEST = 3
FEWER = "fewer than 3"
WITHHELD = "withheld"  # hidden so that another number cannot be worked out from it
PARTS = ("received", "open", "decided", "withdrawn")
Cell = tuple[int, int]  # line and column


class Table:
    """Lines of counts with their sum in the last one."""

    def __init__(self, lines: list[Line], whole: Line) -> None:
        self.counts = [[getattr(one, part) for part in PARTS] for one in (*lines, whole)]
        self.few = {cell for cell in self._cells() if 0 < self.at(cell) < FEWEST}
        self.hidden = set(self.few)
        while more := next(self._told_by_others(), None):
            self.hidden.add(more)

    def at(self, cell: Cell) -> int:
        return int(self.counts[cell[0]][cell[1]])

    def shown(self, cell: Cell) -> str:
        if cell in self.few:
            return FEWER
        return WITHHELD if cell in self.hidden else str(self.at(cell))

    def _cells(self) -> Iterator[Cell]:
        yield from ((line, column) for line in self._lines() for column in range(len(PARTS)))

    def _lines(self) -> range:
        return range(len(self.counts))

    def _told_by_others(self) -> Iterator[Cell]:
        """What has to be hidden too: the smallest that is left of a sum in which one is hidden."""
        across = [[(line, column) for column in range(len(PARTS))] for line in self._lines()]
        down = [[(line, column) for line in self._lines()] for column in range(len(PARTS))]
        for cells in (*across, *down):
            left = [cell for cell in cells if cell not in self.hidden]
            if len(cells) - len(left) == 1 and left:
                yield min(left, key=lambda cell: (self.at(cell) == 0, self.at(cell)))


def share_to_publish(line: Line) -> str:
    """Per cent; only where as many as a few were in time, and as many late, or none."""
    told = all(part == 0 or part >= FEWEST for part in (line.in_time, line.late))
    if line.share is None:
        return ""
    return f"{line.share} %" if told else WITHHELD


def to_publish(figures: Figures) -> Iterator[list[str]]:
    """Rows for a spreadsheet. A table of one line would say its sum twice, and is left out."""
    for name, lines in (("Quarter", figures.quarters), ("Agency", figures.agencies)):
        if len(lines) > 1:
            yield from _rows(name, lines, figures.whole)
    yield from _outcomes(figures.outcomes)


def _rows(name: str, lines: list[Line], whole: Line) -> Iterator[list[str]]:
    table = Table(lines, whole)
    for number, line in enumerate(lines):
        shown = [table.shown((number, column)) for column in range(len(PARTS))]
        yield [name, line.name, *shown, share_to_publish(line)]


def _outcomes(outcomes: list[tuple[str, int]]) -> Iterator[list[str]]:
    """Their sum can be worked out from the tables: one is not hidden alone."""
    few = {name for name, count in outcomes if 0 < count < FEWEST}
    rest = sorted((count == 0, count, name) for name, count in outcomes if name not in few)
    withheld = {rest[0][2]} if len(few) == 1 else set()
    for name, count in outcomes:
        told = FEWER if name in few else WITHHELD if name in withheld else str(count)
        yield ["Outcome", name, "", "", told, "", ""]
