"""The catalogue as a CSV file and as JSON, sent while it is read."""

import json
from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse

from reviews.catalogue.columns import COLUMNS
from reviews.catalogue.rows import AT_A_TIME, reviews
from tscb.common.spreadsheet import csv_response, in_parts
from tscb.common.web import public


@public(kept=False)
def as_csv(request: HttpRequest) -> StreamingHttpResponse:
    rows = ([column.value(review) for column in COLUMNS] for review in reviews())
    return csv_response("case-reviews.csv", [column.name for column in COLUMNS], rows)


@public(kept=False)
def as_json(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(in_parts(json_lines(), AT_A_TIME), content_type="application/json")


def json_lines() -> Iterator[str]:
    """`columns` says what each means; a record a line."""
    columns = json.dumps({column.name: column.meaning for column in COLUMNS})
    yield f'{{"columns": {columns},\n"reviews": ['
    for number, review in enumerate(reviews()):
        record = {column.name: column.value(review) for column in COLUMNS}
        yield f"{',' if number else ''}\n{json.dumps(record, ensure_ascii=False)}"
    yield "\n]}\n"
