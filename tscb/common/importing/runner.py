"""Running an import: every kind in its order, in one transaction, everything or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from django.db import DataError, IntegrityError, transaction

from tscb.common.discovery import discover
from tscb.common.importing.reading import records
from tscb.common.importing.record import Record
from tscb.common.uploads.storage import nothing_left_on_failure

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Options:
    """How an import is meant. `folder` is where relative paths of files begin."""

    folder: Path
    trust_files: bool = False
    is_sample: bool = False

    @property
    def mark_of_renewed(self) -> dict[str, bool]:
        """True content that takes the place of a sample is no sample any longer."""
        return {} if self.is_sample else {"is_sample": False}


@dataclass
class Outcome:
    made: Counter[str] = field(default_factory=Counter)
    renewed: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class Importer(Protocol):
    """One kind of record. `save` reads the fields, notes problems on the record, and when there
    are none writes it; it gives whether the thing is new."""

    kind: str

    def save(self, record: Record, options: Options) -> bool: ...


class ImportFailedError(Exception):
    """Nothing was imported; `problems` names line and field of every bad record."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class _DryRunError(Exception):
    """Ends the transaction of a dry run."""


def import_file(
    path: Path, options: Options, *, dry_run: bool = False, progress: Progress = lambda done: None
) -> Outcome:
    """Imports all records of a file; raises ImportFailedError when any of them is bad."""
    outcome = Outcome()
    try:
        with nothing_left_on_failure(), transaction.atomic():
            _import_all(path, options, outcome, progress)
            if outcome.problems:
                raise ImportFailedError(outcome.problems)
            if dry_run:
                raise _DryRunError
    except _DryRunError:
        pass
    return outcome


def importers() -> list[Importer]:
    """Every kind, in an order in which each finds what it refers to."""
    return [importer for module in discover("importers") for importer in module.IMPORTERS]


def _import_all(path: Path, options: Options, outcome: Outcome, progress: Progress) -> None:
    kinds = importers()
    _check_lines(records(path), {importer.kind for importer in kinds}, outcome)
    done = 0
    for importer in kinds:
        for record in records(path):
            if record.data.get("kind") == importer.kind:
                _import_one(importer, record, options, outcome)
                done += 1
                progress(done)


def _check_lines(lines: Iterable[Record], kinds: set[str], outcome: Outcome) -> None:
    """What can be wrong with a line whatever its kind: unreadable, unknown, said twice."""
    first_at: dict[tuple[str, str], int] = {}
    for record in lines:
        if not record.problems:
            _check_line(record, kinds, first_at)
        outcome.problems += record.problems


def _check_line(record: Record, kinds: set[str], first_at: dict[tuple[str, str], int]) -> None:
    kind, slug = record.data.get("kind"), record.data.get("slug")
    if not isinstance(kind, str) or kind not in kinds:
        record.problem("kind", f"must be one of: {', '.join(sorted(kinds))}.")
    elif isinstance(slug, str):
        earlier = first_at.setdefault((kind, slug), record.line)
        if earlier != record.line:
            record.problem("slug", f"stands on line {earlier} already for a {kind}.")


def _import_one(importer: Importer, record: Record, options: Options, outcome: Outcome) -> None:
    is_new = False
    try:
        with transaction.atomic():
            is_new = importer.save(record, options)
    except (IntegrityError, DataError) as refusal:
        record.problem("record", f"the database refuses it: {str(refusal).splitlines()[0]}")
    record.report_unknown_fields()
    (outcome.made if is_new else outcome.renewed)[importer.kind] += 1
    outcome.problems += record.problems
    outcome.notes += record.notes
