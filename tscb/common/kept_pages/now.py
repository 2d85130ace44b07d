"""The parts of a page that change by the minute: whom to call now, and notices that come and go.

Each stands in the page between two comments, the first with its name. A kept page has gaps there,
and gets the parts of this minute when it is handed out. `settings.KEPT_PAGES_NOW` names who makes
them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

PART = re.compile(rb"<!--now:(\w+)-->.*?<!--/now-->", re.DOTALL)
COMMENT = re.compile(rb"\s*<!--/?now[:\w]*-->\s*")


@dataclass(frozen=True, eq=False)
class Now:
    """All that is true until a moment, in seconds since 1970. While nothing changes the maker
    gives the very same one. `draw` takes the name of a part and the path of the page."""

    until: float
    draw: Callable[[str, str], str]


@dataclass(frozen=True)
class Divided:
    """A page's text around its gaps, and what belongs into each."""

    pieces: tuple[bytes, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, content: bytes) -> "Divided":
        *rest, last = PART.split(content)
        names = tuple(name.decode() for name in rest[1::2])
        return cls((*rest[::2], last), names)

    def filled(self, now: Now, path: str) -> bytes:
        parts = [COMMENT.sub(b"", now.draw(name, path).encode()) for name in self.names]
        pairs = zip(self.pieces, [*parts, b""], strict=True)
        return b"".join(piece for pair in pairs for piece in pair)
