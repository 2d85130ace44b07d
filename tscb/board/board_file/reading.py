"""Reading the file of a board, and asking every app whether it can be used as it stands.

Each app that takes something from it has a module `board_file` with `SECTIONS` (the keys at the top
of the file that are its own), `problems(told)` and `write(told)`.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tscb.common.discovery import discover

Told = dict[str, Any]
FOLDER = "_folder"  # where the file lies: files that it names are looked for there


class UnusableFileError(Exception):
    """Holds a sentence for each thing that is wrong."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read(path: Path) -> Told:
    """What the file says, checked as a whole; raises UnusableFileError."""
    told = _parsed(path) | {FOLDER: path.parent}
    problems = list(_problems(told))
    if problems:
        raise UnusableFileError(problems)
    return told


def _parsed(path: Path) -> Told:
    try:
        text = path.read_text(encoding="utf-8")
        told = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except OSError as error:
        raise UnusableFileError([f"{path} cannot be read: {error.strerror}."]) from None
    except ValueError as error:
        raise UnusableFileError([f"{path} cannot be understood: {error}."]) from None
    if not isinstance(told, dict):
        raise UnusableFileError([f"{path} has to hold sections with names."])
    return told


def _problems(told: Told) -> Iterator[str]:
    parts = list(discover("board_file"))
    known = {section for part in parts for section in part.SECTIONS} | {FOLDER}
    for section in told.keys() - known:
        names = ", ".join(sorted(known - {FOLDER}))
        yield f"{section} is not known. What can stand at the top of the file: {names}."
    for part in parts:
        yield from part.problems(told)
