"""The background worker: reminds of what is due, sends waiting mail, does what takes long.

Safe to run twice at once, and to stop at any time.
"""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, close_old_connections

from tscb.common import mail
from tscb.common.discovery import discover
from tscb.common.one_by_one import each


class Command(BaseCommand):
    help = "Reminds and sends waiting mail once, or again and again with --every SECONDS."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on until stopped")

    def handle(self, *args: Any, every: int | None = None, **options: Any) -> None:
        if not every:
            work()
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.wait(every):
            self._once()

    def _once(self) -> None:
        close_old_connections()
        try:
            work()
        except Error as failure:
            self.stderr.write(f"The database did not answer: {type(failure).__name__}")


def work() -> None:
    """Reminders come first, so that their mail goes out at once; what takes long comes last."""
    each(discover("reminders"), remind, what="reminders")
    mail.deliver_due()
    mail.forget_old()
    each(discover("background"), go_on, what="long works")


def remind(module: Any) -> None:
    module.remind()


def go_on(module: Any) -> None:
    module.work()
