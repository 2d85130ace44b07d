"""The tables that the parts are made of, and the chart of one of their columns."""

from collections.abc import Iterable, Mapping
from datetime import date

from tscb.common.charts import Chart, chart
from tscb.common.quarters import quarter_in_short, quarter_in_words
from tscb.reach.counting.grouping import ANOTHER
from tscb.reach.numbers import EVERYBODY, WHOLE
from tscb.reach.telling.parts import Row, Table, Told

WHOLE_TIME = "All quarters"
Heads = Mapping[str, str]  # what stands above a column, and the measure below it


def by_quarter(told: Told, heads: Heads) -> Table:
    """A row a quarter, and one for the whole time."""
    rows = [
        Row(quarter_in_words(quarter), _numbers(told, heads.values(), quarter))
        for quarter in told.period.quarters
    ]
    if len(rows) > 1:
        rows.append(Row(WHOLE_TIME, _numbers(told, heads.values(), WHOLE), is_whole=True))
    return Table("Quarter", list(heads), rows)


def by_agency(told: Told, heads: Heads, first_head: str = "Agency") -> Table:
    names = _agencies(told, heads.values())
    rows = [Row(name, _numbers(told, heads.values(), WHOLE, name)) for name in names]
    return Table(first_head, list(heads), rows)


def by_agency_and_quarter(told: Told, measure: str, more: Heads, last: str = "") -> Table:
    """A row an agency and a column a quarter, then the whole time, and `more` of that. In the last
    row stands who belongs to no agency."""
    quarters = [*told.period.quarters, WHOLE]
    rows = [
        Row(
            name,
            [told.numbers.of(measure, quarter, name) for quarter in quarters]
            + _numbers(told, more.values(), WHOLE, name),
        )
        for name in _agencies(told, [measure, *more.values()], last)
    ]
    heads = [quarter_in_short(quarter) if quarter else WHOLE_TIME for quarter in quarters]
    return Table("Agency", [*heads, *more], rows)


def _agencies(told: Told, measures: Iterable[str], last: str = "") -> list[str]:
    """The greatest first; those without a name of their own below all others."""
    below = ["", ANOTHER, last]
    names = told.numbers.agencies(*measures)
    return sorted(names, key=lambda name: below.index(name) if name in below else 0)


def _numbers(
    told: Told, measures: Iterable[str], quarter: date | None, agency: str = EVERYBODY
) -> list[int]:
    return [told.numbers.of(measure, quarter, agency) for measure in measures]


def drawn(table: Table, head: str) -> Chart:
    """One column of a table."""
    column = table.heads.index(head)
    bars = [(row.name, row.numbers[column]) for row in table.rows if not row.is_whole]
    first = table.first_head.lower()
    return chart(f"by {first}", bars, newest_last=first == "quarter")
