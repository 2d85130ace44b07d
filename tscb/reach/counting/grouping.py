"""Rows of sums by quarter and agency, as numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import DateField
from django.db.models.functions import TruncQuarter

from tscb.board.models import Agency
from tscb.reach.numbers import EVERYBODY, Number, with_whole

ANOTHER = "Another agency or service"
Row = Mapping[str, Any]


def quarter_of(field: str) -> TruncQuarter:
    """The first day of the quarter, in the time of this country."""
    return TruncQuarter(field, output_field=DateField())


class Agencies:
    """Those that have a line of their own: the ones on the board's list, by the name that they
    have there. What somebody typed instead could be anything, and is counted together."""

    def __init__(self) -> None:
        rows = list(Agency.objects.order_by().values_list("name", "active"))
        self._names = {name.casefold(): name for name, _ in rows}
        self.active = {name for name, active in rows if active}

    def named(self, name: str | None) -> str:
        return self._names.get((name or "").casefold(), ANOTHER)


def by_quarter(rows: Iterable[Row], measure: str, field: str) -> Iterator[Number]:
    """Of everybody, whatever else the rows are divided by."""
    counted: Counter[date] = Counter()
    for row in rows:
        counted[row["quarter"]] += row[field]
    yield from with_whole(measure, counted, EVERYBODY)


def by_agency(rows: Iterable[Row], measure: str, field: str) -> Iterator[Number]:
    """Of each agency that `rows` name."""
    counted: dict[str, Counter[date]] = {}
    for row in rows:
        counted.setdefault(row["agency"], Counter())[row["quarter"]] += row[field]
    for agency, quarters in counted.items():
        yield from with_whole(measure, quarters, agency)
