"""What each subject is told with: sections of parts, each a sentence, a chart and a table."""

from dataclasses import dataclass

from tscb.common.charts import Chart
from tscb.reach.numbers import Numbers
from tscb.reach.period import Period


@dataclass(frozen=True)
class Told:
    """The numbers of a time, and those of the time before it."""

    period: Period
    numbers: Numbers
    before: Numbers

    def of(self, measure: str) -> int:
        return self.numbers.of(measure)


@dataclass(frozen=True)
class Row:
    name: str
    numbers: list[int]
    is_whole: bool = False


@dataclass(frozen=True)
class Table:
    first_head: str
    heads: list[str]
    rows: list[Row]

    @property
    def is_empty(self) -> bool:
        return not any(number for row in self.rows for number in row.numbers)


@dataclass(frozen=True)
class Part:
    """Where there is nothing to show, the sentence says so and stands alone. `what` is drawn."""

    title: str
    sentence: str
    table: Table
    what: str
    chart: Chart

    @property
    def is_drawn(self) -> bool:
        return any(bar.number for bar in self.chart.bars)


@dataclass(frozen=True)
class Section:
    """`how` says how its numbers are counted."""

    key: str
    title: str
    parts: list[Part]
    how: list[str]


@dataclass(frozen=True)
class Report:
    """All that is told of a time."""

    period: Period
    numbers: Numbers
    sections: list[Section]
