"""Verifies the audit; ends with 1 where a row was changed, removed or put in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from referrals.auditing import heads
from referrals.auditing.verifying import faults


class Command(BaseCommand):
    help = "Verifies that no row of the audit was changed, removed or put in, and says which was."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head",
            action="append",
            default=[],
            metavar="DIGEST",
            help="a head that was noted elsewhere; those in DATA_DIR/audit-heads are always used",
        )

    def handle(self, *args: Any, head: list[str], **options: Any) -> None:
        known = [*heads.noted(), *(heads.Head(digest.strip().lower()) for digest in head)]
        found = 0
        for fault in faults(known, self._progress):
            found += 1
            self.stderr.write(fault)
        if found:
            raise CommandError(f"The audit is not what was recorded. Faults: {found}.")
        end = heads.now()
        self.stdout.write(f"Sound. Heads met: {len(known)}.")
        if end:
            self.stdout.write(f"It ends at place {end.place} with {end.digest}")

    def _progress(self, done: int) -> None:
        self.stdout.write(f"{done:,} rows verified")
