"""The numbers as one tidy table: a row for each number, whoever it is of."""

from collections.abc import Iterator

from tscb.common.quarters import quarter_in_words
from tscb.common.reporting_years import year_of
from tscb.common.spreadsheet import Value
from tscb.reach.numbers import Number
from tscb.reach.telling.parts import Report

COLUMNS = ["year", "quarter", "measure", "agency", "number"]
WHOLE_TIME = "all quarters"
EVERYBODY = "all"


def rows(report: Report) -> Iterator[list[Value]]:
    """In the order of the page; of one measure, quarters in the order of time, then the whole."""
    for number in report.numbers:
        yield [*_when(number, report), number.measure, number.agency or EVERYBODY, number.number]


def _when(number: Number, report: Report) -> list[Value]:
    if number.quarter is None:
        return [report.period.name, WHOLE_TIME]
    return [year_of(number.quarter).in_short, quarter_in_words(number.quarter)]
