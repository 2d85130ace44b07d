"""Brings a board's old site along, from a file in the import format."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tscb.common.importing import ImportFailedError, Options, Outcome, import_file

TOLD_EVERY = 100


class Command(BaseCommand):
    help = "Imports case reviews, briefings and themes: everything or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file in JSON Lines (docs/import-format.md)")
        parser.add_argument("--dry-run", action="store_true", help="check all, change nothing")
        parser.add_argument(
            "--trust-files",
            action="store_true",
            help="publish files in spite of what the safety gate finds critical",
        )

    def handle(
        self, *args: Any, file: Path, dry_run: bool, trust_files: bool, **kwargs: Any
    ) -> None:
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        options = Options(folder=file.resolve().parent, trust_files=trust_files)
        try:
            outcome = import_file(file, options, dry_run=dry_run, progress=self._progress)
        except ImportFailedError as failure:
            raise CommandError(self._failure(failure)) from failure
        self._report(outcome, dry_run)

    def _progress(self, done: int) -> None:
        if done % TOLD_EVERY == 0:
            self.stderr.write(f"{done:,} records …")

    @staticmethod
    def _failure(failure: ImportFailedError) -> str:
        return "\n".join([*failure.problems, "Nothing was imported."])

    def _report(self, outcome: Outcome, dry_run: bool) -> None:
        for note in outcome.notes:
            self.stdout.write(note)
        for kind in sorted(outcome.made | outcome.renewed):
            made, renewed = outcome.made[kind], outcome.renewed[kind]
            self.stdout.write(f"{kind}: {made:,} new, {renewed:,} renewed")
        if dry_run:
            self.stdout.write("Dry run: nothing was changed.")
