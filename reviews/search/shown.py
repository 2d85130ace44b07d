"""What was found, in order, read a page at a time."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet


class Shown:
    """Rows of these keys, to be cut into pages; a row that has gone since is left out."""

    def __init__(self, keys: Sequence[int], rows: QuerySet[Any]) -> None:
        self.keys, self.rows = keys, rows

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, place: slice) -> list[Any]:
        keys = self.keys[place]
        found = self.rows.in_bulk(keys)
        return [found[key] for key in keys if key in found]
