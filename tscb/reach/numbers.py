"""The numbers that page, table and report are made from: what was counted, when, of which agency.

Nothing else holds numbers: what is not among these stands nowhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

EVERYBODY = ""
WHOLE: date | None = None  # instead of a quarter


@dataclass(frozen=True)
class Number:
    measure: str
    quarter: date | None
    number: int
    agency: str = EVERYBODY


class Numbers:
    def __init__(self, found: Iterable[Number]) -> None:
        by_measure: dict[str, list[Number]] = {}
        for one in found:
            by_measure.setdefault(one.measure, []).append(one)
        ordered = (one for numbers in by_measure.values() for one in sorted(numbers, key=_place))
        self._found = {(one.measure, one.quarter, one.agency): one for one in ordered}

    def __iter__(self) -> Iterator[Number]:
        """A measure after the other; of each everybody first, and the whole time last."""
        return iter(self._found.values())

    def of(self, measure: str, quarter: date | None = WHOLE, agency: str = EVERYBODY) -> int:
        """Nothing counted is none."""
        found = self._found.get((measure, quarter, agency))
        return found.number if found else 0

    def agencies(self, *measures: str) -> list[str]:
        """Those with a number of their own, the greatest of the first measure first."""
        named = {one.agency for one in self if one.measure in measures and one.agency}
        return sorted(named, key=lambda name: (-self.of(measures[0], agency=name), name))

    def measures(self, beginning: str) -> list[str]:
        """All whose names begin so, in the order of the alphabet."""
        return sorted({one.measure for one in self if one.measure.startswith(beginning)})


def _place(number: Number) -> tuple[str, date]:
    return number.agency, number.quarter or date.max


def with_whole(
    measure: str, counted: Mapping[date, int], agency: str = EVERYBODY
) -> Iterator[Number]:
    """A number a quarter, and their sum."""
    for quarter, number in counted.items():
        yield Number(measure, quarter, number, agency)
    yield Number(measure, WHOLE, sum(counted.values()), agency)


def at_the_ends(measure: str, counted: Sequence[tuple[date, int]]) -> Iterator[Number]:
    """What stands at the end of each quarter: of the whole time, what stood at its end."""
    for quarter, number in counted:
        yield Number(measure, quarter, number)
    if counted:
        yield Number(measure, WHOLE, counted[-1][1])


def at_the_start(measure: str, counted: Sequence[tuple[date, int]]) -> Iterator[Number]:
    """What stands at the start of each quarter: of the whole time, what stood at its start."""
    for quarter, number in counted:
        yield Number(measure, quarter, number)
    if counted:
        yield Number(measure, WHOLE, counted[0][1])
