"""What waits for staff, shown first where they begin their work.

Each app may have a module `attention` with `rows(person)`: what waits there for this person, and
nothing where nothing waits. Asked for by `discover("attention")`.
"""

from dataclasses import dataclass
from typing import Any

from tscb.common.discovery import discover


@dataclass(frozen=True)
class Row:
    """`title` says what waits, `address` leads to where it is dealt with. `urgent` for what the
    public may be misled by until somebody acts."""

    title: str
    address: str
    count: int | None = None
    urgent: bool = False


def waiting(person: Any) -> list[Row]:
    """Of every app; what is urgent first."""
    found = [row for module in discover("attention") for row in module.rows(person)]
    return sorted(found, key=lambda row: not row.urgent)
