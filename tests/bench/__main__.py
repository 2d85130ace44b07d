"""`python -m tests.bench [sizes]`: prints what files of a briefing cost, and what the list and
searches cost as reviews grow."""

import os
import sys
from time import perf_counter

from tests import environment

import django  # isort: skip

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
django.setup()

from django.conf import settings  # noqa: E402 - Django has to be set up first
from django.db import connection  # noqa: E402 - as above

from tests.bench import files  # noqa: E402 - as above
from tests.bench.content import add_reviews  # noqa: E402 - as above
from tests.bench.measuring import QUESTIONS, bare_view, line  # noqa: E402 - as above

SIZES = [100, 1_000, 10_000]
HEAD = "                         db p50   db p95  page p50  cpu p50  queries   (ms)"


def main(sizes: list[int]) -> None:
    say = sys.stdout.write
    assert environment.FILES
    settings.DATABASES["default"]["TEST"]["NAME"] = f"bench_{os.getpid()}"
    kept = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        say(f"A view with nothing around it: {bare_view():.3f} ms of the processor\n")
        say(f"\nFiles made of a briefing\n{files.HEAD}\n")
        for measured in files.lines():
            say(f"{measured}\n")
        before: dict[str, float] = {}
        for first, last in zip([0, *sizes], sizes, strict=False):
            started = perf_counter()
            add_reviews(first, last)
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")
            seconds, busy = perf_counter() - started, os.getloadavg()[0]
            say(f"\n{last:,} reviews (made in {seconds:.0f} s; load average {busy:.1f})\n{HEAD}\n")
            for name, asked in QUESTIONS.items():
                written, whole = line(name, f"/case-reviews/{asked}")
                ratio = f"   × {whole / before[name]:.1f}" if name in before else ""
                say(f"{written}{ratio}\n")
                sys.stdout.flush()
                before[name] = whole
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
