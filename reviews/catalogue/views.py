"""The catalogue as a CSV file and as JSON, sent while it is read."""

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse

from reviews.catalogue.columns import COLUMNS, Value
from reviews.catalogue.rows import AT_A_TIME, reviews
from tscb.common.web import public

# A spreadsheet takes a cell that begins like this for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes “ for â€œ


@public
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    response = StreamingHttpResponse(in_parts(csv_lines()), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="case-reviews.csv"'
    return response


@public
def as_json(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(in_parts(json_lines()), content_type="application/json")


def csv_lines() -> Iterator[str]:
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK + writer.writerow([column.name for column in COLUMNS])
    for review in reviews():
        yield writer.writerow([cell(column.value(review)) for column in COLUMNS])


def json_lines() -> Iterator[str]:
    """`columns` says what each means; a record a line."""
    columns = json.dumps({column.name: column.meaning for column in COLUMNS})
    yield f'{{"columns": {columns},\n"reviews": ['
    for number, review in enumerate(reviews()):
        record = {column.name: column.value(review) for column in COLUMNS}
        yield f"{',' if number else ''}\n{json.dumps(record, ensure_ascii=False)}"
    yield "\n]}\n"


def cell(value: Value) -> str:
    """A value as text that no spreadsheet runs; parts of a list are divided by “ | ”."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " | ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def in_parts(lines: Iterable[str]) -> Iterator[str]:
    """Many lines at once: each part is compressed and sent by itself."""
    rest = iter(lines)
    while part := "".join(islice(rest, AT_A_TIME)):
        yield part


class _Line:
    """What the csv module writes to: gives the line back."""

    def write(self, line: str) -> Any:
        return line
