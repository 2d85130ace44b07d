"""Sets up a new site with a board's true facts alone: no sample content, no sample people."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from tscb.board import board_file, last_good
from tscb.board.board_file.reading import Told, UnusableFileError, read
from tscb.board.models import BoardSettings
from tscb.board.reading import read_facts
from tscb.common.discovery import discover


class Command(BaseCommand):
    help = (
        "Adds a board's true facts where they are missing; changes nothing that is there. With the "
        "file of another board (see docs/another-board.md) a new site begins as that board's."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="board.toml or board.json")
        parser.add_argument("--dry-run", action="store_true", help="Checks and writes nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        told = checked(options["file"]) if options.get("file") else None
        with transaction.atomic():
            self.set_up(told)
            if options.get("dry_run"):
                transaction.set_rollback(True)
                self.stdout.write("Nothing is wrong with it. Nothing was written.")
        if not options.get("dry_run"):
            # Else a first start without a database would tell the first board's name and numbers.
            last_good.write(read_facts())

    def set_up(self, told: Told | None) -> None:
        is_new = not BoardSettings.objects.exists()
        if told and is_new:
            board_file.begin(told)
        for facts in discover("facts"):
            facts.set_up()
        if told and is_new:
            for part in discover("board_file"):
                part.write(told)
        self.say(is_new or not told)

    def say(self, is_as_told: bool) -> None:
        if not is_as_told:
            self.stdout.write(
                "This site was set up before, and what staff made of it stays: the file was not "
                "written over it. Change names, numbers and the rest in /admin/."
            )
        self.stdout.write(
            "The board's facts are there: names, agencies, numbers with hours, pages, review "
            "types, roles. Check them in /admin/ before the site opens."
        )


def checked(path: Path) -> Told:
    try:
        return read(path)
    except UnusableFileError as error:
        said = "\n".join(f"- {one}" for one in error.problems)
        raise CommandError(f"Nothing was written. What is wrong with {path}:\n{said}") from None
