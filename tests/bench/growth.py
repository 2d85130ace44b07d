"""Times of the list and of searches: in the database, and for a whole page."""

from collections.abc import Callable
from contextlib import contextmanager
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from django.db import connection
from django.test import Client

from reviews.search import kept
from tests.bench.content import COMMONEST, ORDINARY, RARE

TIMES, SECONDS = 30, 8  # of each; whichever ends first
QUESTIONS = {
    "list": "",
    "list, newly counted": "",
    "one choice": "?theme=bench-1",
    "rare word": f"?q={RARE}",
    "ordinary word": f"?q={ORDINARY}",
    "commonest word": f"?q={COMMONEST}",
    "phrase": f"?q=%22{ORDINARY}+{COMMONEST}%22",
    "commonest phrase": f"?q=%22{COMMONEST}+{COMMONEST}%22",
    "word and choices": f"?q={ORDINARY}&theme=bench-1&age=0-1",
    "nothing found": "?q=qetzzal",
}


class InDatabase:
    """Adds up what the database took, and counts the questions."""

    def __init__(self) -> None:
        self.seconds, self.queries = 0.0, 0

    def __call__(self, execute: Callable[..., Any], *rest: Any) -> Any:
        start = perf_counter()
        try:
            return execute(*rest)
        finally:
            self.seconds += perf_counter() - start
            self.queries += 1


@contextmanager
def in_database():
    counter = InDatabase()
    with connection.execute_wrapper(counter):
        yield counter


def times_of(address: str, keep: bool) -> tuple[list[float], list[float], list[float], int]:
    """Milliseconds of all questions to the database together, of the whole page, and of the
    processor; how many questions. Counts that a process keeps are forgotten first, or not."""
    client = Client()
    client.get(address)  # the facts of every page, kept a second, and the plan
    database: list[float] = []
    whole: list[float] = []
    processor: list[float] = []
    queries = 0
    ends = perf_counter() + SECONDS
    while len(whole) < TIMES and perf_counter() < ends:
        client.get("/health/live")
        if not keep:
            kept.forget()
        with in_database() as counter:
            start, worked = perf_counter(), process_time()
            client.get(address)
            whole.append((perf_counter() - start) * 1000)
            processor.append((process_time() - worked) * 1000)
        database.append(counter.seconds * 1000)
        queries = max(queries, counter.queries)
    return database, whole, processor, queries


def p95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def line(name: str, address: str) -> str:
    """One line of the table."""
    database, whole, processor, queries = times_of(address, keep="newly" not in name)
    return (
        f"  {name:<20}{median(database):>9.1f}{p95(database):>9.1f}{median(whole):>10.1f}"
        f"{p95(whole):>10.1f}{median(processor):>10.1f}{queries:>9}"
    )
