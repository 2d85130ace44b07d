"""Reading an import file line by line, so that a large one needs little memory."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tscb.common.importing.record import Record


def records(path: Path) -> Iterator[Record]:
    """Every line that is not empty, as a record; one that cannot be read holds its problem."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _record(number, line)


def _record(number: int, line: bytes) -> Record:
    data, wrong = _parsed(line)
    record = Record(number, data)
    if wrong:
        record.problem("line", wrong)
    return record


def _parsed(line: bytes) -> tuple[dict[str, Any], str]:
    try:
        data = json.loads(line.rstrip().decode("utf-8-sig"))
    except UnicodeDecodeError:
        return {}, "is not UTF-8."
    except json.JSONDecodeError as wrong:
        return {}, f"is not JSON: {wrong.msg} at character {wrong.pos + 1}."
    except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
        return {}, "is nested too deeply, or holds a number that is too long."
    return (data, "") if isinstance(data, dict) else ({}, "must be an object in curly brackets.")
