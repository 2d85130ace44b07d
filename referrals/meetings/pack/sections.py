"""The shape in which a case is laid out in the papers: plain data, made of texts alone."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Pair:
    """A question and its answer; `long` answers take the whole width."""

    key: str
    value: str
    long: bool = False


@dataclass(frozen=True)
class Event:
    when: str
    what: str
    source: str = ""


@dataclass(frozen=True)
class Section:
    """A stretch of a case. `level` 2 stands among the bookmarks, 3 below one that does."""

    title: str
    pairs: tuple[Pair, ...] = ()
    texts: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    level: int = 2

    def as_data(self) -> dict[str, Any]:
        return asdict(self)
