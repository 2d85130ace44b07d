"""One line of an import file: typed reading of its fields, and what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

# Null, and halves of characters: JSON can write them, no database can keep them.
NOT_FOR_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass
class Record:
    """A JSON object with its line number. Reading a bad field notes a problem and gives an empty
    value, so that all that is wrong with a record is told at once."""

    line: int
    data: dict[str, Any]
    path: str = ""
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def problem(self, name: str, sentence: str) -> None:
        self.problems.append(self._told(name, sentence))

    def note(self, name: str, sentence: str) -> None:
        self.notes.append(self._told(name, sentence))

    def _told(self, name: str, sentence: str) -> str:
        told = f"line {self.line}, {self.path}{name}: {sentence}"
        return told.encode(errors="backslashreplace").decode()

    def text(
        self, name: str, *, required: bool = False, longest: int | None = None, default: str = ""
    ) -> str:
        value = self._value(name, required, default)
        if not isinstance(value, str):
            self.problem(name, "must be a text.")
            return default
        if NOT_FOR_TEXT.search(value):
            self.problem(name, "holds a character that stands for nothing, such as \\u0000.")
        if longest and len(value) > longest:
            self.problem(name, f"has {len(value):,} characters; at most {longest:,} fit.")
        if required and self.data.get(name) is not None and not value.strip():
            self.problem(name, "is empty.")
        return value

    def choice(self, name: str, allowed: list[str], *, default: str) -> str:
        value = self.text(name, default=default)
        if value not in allowed:
            self.problem(name, f"“{value}” is not one of: {', '.join(allowed)}.")
            return default
        return value

    def date(self, name: str, *, required: bool = False) -> date | None:
        value = self._value(name, required, None)
        if value is None:
            return None
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            day = None
        if day is None or day.isoformat() != value:
            self.problem(name, "must be a date such as 2017-07-03.")
        return day

    def texts(self, name: str, *, longest: int | None = None) -> list[str]:
        """A list of texts that are not empty."""
        found = []
        for number, value in enumerate(self._list(name)):
            item = Record(self.line, {"": value}, f"{self.path}{name}[{number}]")
            found.append(item.text("", required=True, longest=longest))
            self._take(item)
        return found

    def records(self, name: str) -> Iterator["Record"]:
        """The objects of a list, each to be read like a record; their problems become mine."""
        for number, value in enumerate(self._list(name)):
            if isinstance(value, dict):
                item = Record(self.line, value, f"{self.path}{name}[{number}].")
                yield item
                item.report_unknown_fields()
                self._take(item)
            else:
                self.problem(f"{name}[{number}]", "must be an object in curly brackets.")

    def validated(self, name: str, value: str, validators: list[Any]) -> str:
        """The value, after the model's own validators have had their say."""
        for validator in validators:
            try:
                validator(value)
            except ValidationError as wrong:
                self.problem(name, " ".join(wrong.messages))
        return value

    def report_unknown_fields(self) -> None:
        for name in sorted(self.data.keys() - self.seen - {"kind"}):
            self.note(name, "is not a field of this kind and was left out.")

    def _value(self, name: str, required: bool, default: Any) -> Any:
        self.seen.add(name)
        value = self.data.get(name)
        if value is not None:
            return value
        if required:
            self.problem(name, "is missing.")
        return default

    def _list(self, name: str) -> list[Any]:
        value = self._value(name, False, [])
        if isinstance(value, list):
            return value
        self.problem(name, "must be a list in square brackets.")
        return []

    def _take(self, item: "Record") -> None:
        self.problems += item.problems
        self.notes += item.notes
