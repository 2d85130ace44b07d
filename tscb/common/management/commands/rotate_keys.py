"""Encrypts anew, with the newest key, what older keys encrypted; says when these may go. What the
site's keys still encrypt of a case is carried over to the key of that case.

May be stopped or killed at any moment and run again, beside the running site. docs/keys.md.
"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tscb.common.rotation import case_keys
from tscb.common.rotation.columns import Table, tables
from tscb.common.rotation.hashes import sources
from tscb.common.rotation.progress import Progress
from tscb.common.rotation.rows import Found, look, renew

ROWS_AT_ONCE = 50
NOTHING_LEFT = "Nothing is left with an older key."
MAY_GO = "The older keys may be taken out of FIELD_ENCRYPTION_KEYS."
STILL_LEFT = (
    "{left} are still encrypted or hashed with an older key, or not yet with the key of their "
    "case. Keep all keys. Make sure that every process of the site was started with the newest key "
    "in the first place, and run this again."
)
LEFT_TO_DO = (
    "{left} are encrypted or hashed with an older key, or not yet with the key of their case. Keep "
    "all keys, and run this without --check."
)
LOST = (
    "No key in FIELD_ENCRYPTION_KEYS or CASE_KEYS_DIR opens what stands in these rows. Add the key "
    "that they were made with at the end of the list, or bring the key store back, and run this "
    "again. Take no key away:\n{rows}"
)


class Command(BaseCommand):
    help = "Encrypts anew, with the first of FIELD_ENCRYPTION_KEYS, what older keys encrypted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say what is left to do")
        parser.add_argument(
            "--rows-at-once", type=int, default=ROWS_AT_ONCE, metavar="ROWS",
            help="rows that are locked together, each for milliseconds (50)",
        )  # fmt: skip

    def handle(self, *args: Any, check: bool, rows_at_once: int, **options: Any) -> None:
        if not check:
            self._rotate(rows_at_once)
        self._report(rows_at_once, LEFT_TO_DO if check else STILL_LEFT)

    def _rotate(self, size: int) -> None:
        keys = Progress(self.stdout, case_keys.NAME, case_keys.count())
        for seen in case_keys.renew(size):
            keys.on(seen)
        keys.done()
        for table in tables():
            progress = Progress(self.stdout, table.name, table.model._base_manager.count())
            for found in renew(table, size):
                progress.on(found.seen)
            progress.done()
        for source in sources():
            progress = Progress(self.stdout, source.NAME, source.outdated())
            for seen in source.renew(size):
                progress.on(seen)
            progress.done()

    def _report(self, size: int, left_over: str) -> None:
        """Looks at everything once more, so that what was written meanwhile is not missed."""
        found = {table: self._all_of(table, size) for table in tables()}
        hashes = {source.NAME: source.outdated() for source in sources()}
        keys = case_keys.look()
        left = sum(len(one.older) for one in (*found.values(), keys)) + sum(hashes.values())
        self._count(found, hashes)
        self._say(case_keys.NAME, keys)
        rows = [self._lost(table.model._meta.label, one) for table, one in found.items()]
        lost = "\n".join(filter(None, [*rows, self._lost(case_keys.NAME, keys)]))
        if lost:
            raise CommandError(LOST.format(rows=lost))
        if left:
            raise CommandError(left_over.format(left=left))
        self.stdout.write(NOTHING_LEFT)
        if len(settings.FIELD_ENCRYPTION_KEYS) > 1:
            self.stdout.write(MAY_GO)

    def _all_of(self, table: Table, size: int) -> Found:
        whole = Found()
        for found in look(table, size):
            whole.seen += found.seen
            whole.older += found.older
            whole.lost += found.lost
        return whole

    def _count(self, found: dict[Table, Found], hashes: dict[str, int]) -> None:
        for table, one in found.items():
            self._say(table.name, one)
        for name, outdated in hashes.items():
            self.stdout.write(f"{name}: {outdated} older")

    def _say(self, name: str, found: Found) -> None:
        older, lost = len(found.older), len(found.lost)
        self.stdout.write(f"{name}: {found.seen} rows, {older} older, {lost} unreadable")

    def _lost(self, name: str, found: Found) -> str:
        return f"{name}: {', '.join(map(str, found.lost))}" if found.lost else ""
