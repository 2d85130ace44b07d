"""What came back to the return address of the letters."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error

from tscb.bulletin.bounces import taking
from tscb.bulletin.bounces.reports import LARGEST

TRY_AGAIN = 75  # what mail servers take for "later" (EX_TEMPFAIL)


class Command(BaseCommand):
    help = "Reads one message from standard input, or with --folder those in BOUNCES_MAILDIR."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--folder", action="store_true")

    def handle(self, *, folder: bool, **options: Any) -> None:
        try:
            if folder:
                taking.take_folder()
            else:
                taking.take(sys.stdin.buffer.read(LARGEST + 1))
        except Error as failure:
            self.stderr.write(f"The database did not answer: {type(failure).__name__}")
            sys.exit(TRY_AGAIN)
