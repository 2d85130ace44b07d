"""Keyed hashes that stay in the database: an app says in a module `keyed_hashes` how many were made
with an older key, and makes them anew. A hash cannot be turned back, so only the app can."""

from collections.abc import Iterator
from types import ModuleType

from tscb.common.discovery import discover


def sources() -> Iterator[ModuleType]:
    """Each has `NAME`, `outdated() -> int` and `renew(size) -> Iterator[int]` of rows done."""
    yield from discover("keyed_hashes")
