"""`python -m tests.bench [sizes]`: prints what files of a briefing cost, what the list and searches
cost as reviews grow, and what the site's pages cost under load, beside yardsticks."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests import environment

import django  # isort: skip

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django has to be set up first
from django.core.management import call_command  # noqa: E402 - as above
from django.db import connection  # noqa: E402 - as above

from tests.bench import files  # noqa: E402 - as above
from tests.bench.content import add_reviews  # noqa: E402 - as above
from tests.bench.growth import QUESTIONS, line  # noqa: E402 - as above
from tests.bench.serving import Bench  # noqa: E402 - as above

SIZES = [100, 1_000, 10_000]
GROWTH = "one visitor alone        db p50   db p95  page p50  page p95   cpu p50  queries   (ms)"


def say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(sizes: list[int]) -> None:
    assert environment.FILES
    settings.DATABASES["default"]["TEST"]["NAME"] = f"bench_{os.getpid()}"
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        with TemporaryDirectory() as folder:
            run(sizes, Bench(Path(folder)))
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


def run(sizes: list[int], bench: Bench) -> None:
    call_command("set_up_site", verbosity=0)
    say(f"Files made of a briefing\n{files.HEAD}")
    for measured in files.lines():
        say(measured)
    for first, last in zip([0, *sizes], sizes, strict=False):
        fill(first, last)
        say(GROWTH)
        for name, asked in QUESTIONS.items():
            say(line(name, f"/case-reviews/{asked}"))
        for measured in bench.lines():
            say(measured)


def fill(first: int, last: int) -> None:
    started = perf_counter()
    add_reviews(first, last)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    seconds, busy = perf_counter() - started, os.getloadavg()[0]
    say(f"\n{last:,} reviews (made in {seconds:.0f} s; load average {busy:.1f})")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
