"""`python -m tests.chaos [readers]`: ends with 1 if one reader of the page with the number was not
answered, or not with the numbers, whatever befell the database.
"""

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.chaos.database import Database, database
from tests.chaos.preparing import draft_page, prepared
from tests.chaos.readers import Asked, Readers, Seen
from tests.security import production

READERS, OTHERS = 200, 4
OUTAGE = CALM = 5.0  # seconds
WORRIED = "/worried-about-a-child/"
NUMBER = "the number"
FINE, OR_AWAY = frozenset({200}), frozenset({200, 503})
HEAD = f"{'':34}{'requests':>9}{'failed':>8}{'503':>6}{'p50':>8}{'p99':>8}{'max':>8}  ms"
README = Path(production.ROOT / "README.md").read_text()
# The arguments with which README starts gunicorn, but for the port.
AS_README = re.findall(
    r"--\S+(?: (?!-)[^\s\\]+)?", README.split("gunicorn tscb.wsgi")[1].split("Restart")[0]
)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(readers: int) -> int:
    with TemporaryDirectory() as folder, database() as held:
        known = prepared(Path(folder), held)
        with production.serving(Path(folder), known, arguments=started_as_readme()) as site:
            reading = Readers(site.port, asked(readers, site))
            with reading.reading():
                outages(held, reading)
        seen = reading.seen
        say(f"\nStarted while the database is away\n{HEAD}")
        for name, begin, end in ways(held):
            seen = seen + cold_start(Path(folder), known, name, begin, end)
    lost = [one for one in seen if one.name == NUMBER and not one.is_good]
    say(f"\n{len(lost)} of {sum(one.name == NUMBER for one in seen):,} readers of it failed.")
    return 1 if lost else 0


def started_as_readme() -> list[str]:
    words = " ".join(one for one in AS_README if not one.startswith("--bind"))
    return words.split()


def ways(held: Database) -> list[tuple[str, Callable[[], None], Callable[[], None]]]:
    return [
        ("killed", held.kill, held.start),
        ("hangs", held.stop_all, held.go_on),
        ("refuses", held.shut_down, held.start),
    ]


def asked(readers: int, site: production.Site) -> list[Asked]:
    others = [
        Asked("home", "/", OR_AWAY),
        Asked("list of reviews", "/case-reviews/", OR_AWAY),
        Asked("search", "/case-reviews/?q=neglect", OR_AWAY),
        Asked("nothing there", "/nowhere/at/all/", frozenset({404})),
        draft_page(site),
    ]
    return [Asked(NUMBER, WORRIED, FINE, names_all=True)] * readers + others * OTHERS


def outages(held: Database, reading: Readers) -> None:
    busy = os.getloadavg()[0]
    say(f"{len(reading.asking)} people at once; load average {busy:.1f}\n{HEAD}")
    phase(reading, "calm", CALM)
    for number in (1, 2):
        for name, begin, end in ways(held):
            begin()
            phase(reading, f"{name}, {number}", OUTAGE)
            end()
            phase(reading, f"back after that, {number}", CALM)


def phase(reading: Readers, name: str, seconds: float) -> None:
    start, reading.phase = len(reading.seen), name
    time.sleep(seconds)
    told(name, reading.seen[start:])


def told(name: str, seen: list[Seen]) -> None:
    for what in dict.fromkeys([NUMBER, *(one.name for one in seen)]):
        own = [one for one in seen if one.name == what]
        if own:
            say(line(name if what == NUMBER else f"    {what}", own))


def line(name: str, seen: list[Seen]) -> str:
    took = sorted(one.milliseconds for one in seen)
    failed = sum(not one.is_good for one in seen)
    away = sum(one.status == 503 for one in seen)
    p50, p99 = took[len(took) // 2], took[int(len(took) * 0.99)]
    return f"{name:34}{len(seen):9,}{failed:8}{away:6}{p50:8.0f}{p99:8.0f}{took[-1]:8.0f}"


def cold_start(
    folder: Path,
    known: dict[str, str],
    name: str,
    begin: Callable[[], None],
    end: Callable[[], None],
) -> list[Seen]:
    begin()
    try:
        with production.serving(folder, known, arguments=started_as_readme()) as site:
            reading = Readers(
                site.port, [Asked(NUMBER, WORRIED, FINE, names_all=True)] * 8, phase=name
            )
            with reading.reading():
                time.sleep(CALM)
    finally:
        end()
    say(line(f"{name}: the first answers", reading.seen[:8]))
    say(line(f"{name}: later ones", reading.seen[8:]))
    return reading.seen


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # and takes all down with it
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else READERS))
