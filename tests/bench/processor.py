"""Processor time that other processes have taken, as Linux tells it."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from django.db import connection

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")


def children_of(process: int) -> list[int]:
    """Of all its threads."""
    tasks = (PROC / str(process) / "task").glob("*/children")
    return [int(number) for task in tasks for number in task.read_text().split()]


def seconds_of(processes: Iterable[int]) -> float:
    """All that they have taken; one that has gone counts as nothing."""
    taken = 0.0
    for process in processes:
        with suppress(OSError):
            fields = (PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
            taken += (int(fields[11]) + int(fields[12])) / TICKS
    return taken


def parent_of(process: int) -> int:
    return int((PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[1])


def database_server() -> int | None:
    """The parent of all of PostgreSQL's processes; None where it runs on another machine."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [mine] = cursor.fetchone()
    with suppress(OSError):
        if (PROC / str(mine) / "comm").read_text().startswith("postgres"):
            return parent_of(mine)
    return None
