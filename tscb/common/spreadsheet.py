"""Tables as CSV that spreadsheets open well, and whose cells none of them runs."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.http import StreamingHttpResponse

Value = str | int | bool | list[str]
# A spreadsheet takes a cell that begins like this for a formula, and runs it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # full width too
BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet takes “ for â€œ
AT_A_TIME = 100  # lines


def csv_response(
    name: str, columns: Iterable[str], rows: Iterable[Iterable[Value]]
) -> StreamingHttpResponse:
    """A file of this name, sent while its rows are read."""
    lines = in_parts(csv_lines(columns, rows), AT_A_TIME)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def csv_lines(columns: Iterable[str], rows: Iterable[Iterable[Value]]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield BYTE_ORDER_MARK + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([cell(value) for value in row])


def cell(value: Value) -> str:
    """A value as text that no spreadsheet runs; parts of a list are divided by “ | ”."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " | ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def in_parts(lines: Iterable[str], at_a_time: int) -> Iterator[str]:
    """Many lines at once: each part is compressed and sent by itself."""
    rest = iter(lines)
    while part := "".join(islice(rest, at_a_time)):
        yield part


class _Line:
    """What the csv module writes to: gives the line back."""

    def write(self, line: str) -> Any:
        return line
