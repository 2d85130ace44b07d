"""The site on one's own computer: database up to date, sample content, web server, and the
background worker beside it. `make run` calls it; nothing here is for production."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

SECONDS_BETWEEN_MAILS = "5"
SECONDS_TO_END = 10


class Command(BaseCommand):
    help = "Prepares the database and serves the site with sample content, for trying and building."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        if not settings.DEVELOPMENT:
            raise CommandError("This is not for production: README.md says how to run it there.")
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with contextlib.suppress(KeyboardInterrupt):
            self._prepare()
            self._introduce(port)
            serve(port)

    def _prepare(self) -> None:
        call_command("migrate", verbosity=0)
        call_command("load_sample", stdout=self.stdout)

    def _introduce(self, port: int) -> None:
        call_command("sample_sign_ins", stdout=self.stdout)
        self.stdout.write(f"\nThe site: http://127.0.0.1:{port}/   (Ctrl-C ends it)\n")
        self.stdout.flush()


def serve(port: int) -> None:
    """Returns when the web server has ended; raises if it ended badly."""
    with process("tick", "--every", SECONDS_BETWEEN_MAILS), process("runserver", str(port)) as web:
        if web.wait():
            raise CommandError(
                f"The web server ended. Is port {port} in use? Try: make run PORT=8001"
            )


@contextlib.contextmanager
def process(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    """One of our own commands beside this one, which ends with the block."""
    environment = {**os.environ, "DJANGO_RUNSERVER_HIDE_WARNING": "true"}
    started = subprocess.Popen(
        [sys.executable, "manage.py", *command], cwd=settings.BASE_DIR, env=environment
    )
    try:
        yield started
    finally:
        started.terminate()
        started.wait(SECONDS_TO_END)
