"""What was found, in order, read a page at a time."""

from collections.abc import Sequence
from typing import Any, overload

from django.db.models import QuerySet


class Shown(Sequence[Any]):
    """Rows of these keys; a row that has gone since is left out."""

    def __init__(self, keys: Sequence[int], rows: QuerySet[Any]) -> None:
        self.keys, self.rows = keys, rows

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Any: ...
    @overload
    def __getitem__(self, place: slice) -> list[Any]: ...
    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, int):
            return self.rows.get(pk=self.keys[place])
        keys = self.keys[place]
        found = self.rows.in_bulk(keys)
        return [found[key] for key in keys if key in found]
