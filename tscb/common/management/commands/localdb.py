"""`manage.py localdb …`: what a person may want to do with the local database."""

import subprocess
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tscb.common import embedded_database
from tscb.common.local_database import FOLDER

PSQL = "psql"


class Command(BaseCommand):
    help = "Stops or empties the local database, opens psql on it, or says where it lies."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("stop", "reset", "psql", "folder"))

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        try:
            getattr(self, action)()
        except embedded_database.EmbeddedDatabaseError as error:
            raise CommandError(str(error)) from error

    def stop(self) -> None:
        embedded_database.stop(FOLDER)
        self.stdout.write("The local database is stopped. Its data is kept.")

    def reset(self) -> None:
        embedded_database.remove(FOLDER)
        embedded_database.ensure(FOLDER)
        self.stdout.write("The local database is new and empty. Next: python manage.py migrate")

    def psql(self) -> None:
        address = embedded_database.ensure(FOLDER)
        try:
            subprocess.run([embedded_database.program(PSQL), address], check=False)
        except FileNotFoundError as error:
            raise CommandError(f"There is no psql here. With your own: psql '{address}'") from error

    def folder(self) -> None:
        self.stdout.write(str(embedded_database.folder(FOLDER)))
