"""One kept page: its text with gaps for this minute, and its answers as they are sent."""

from dataclasses import dataclass, field
from hashlib import blake2b

from django.http import HttpResponseBase
from django.utils import timezone

from tscb.common.content_version.watching import Known
from tscb.common.kept_pages.asked import Asked
from tscb.common.kept_pages.now import Divided, Now
from tscb.common.kept_pages.packing import PLAIN, packed

Headers = list[tuple[str, str]]
# Said anew of what is kept
OURS = {"Cache-Control", "Content-Encoding", "Content-Length", "ETag", "Vary"}
PACKED_BY_US = {"", "accept-encoding"}
OVERHEAD = 4_000  # bytes for headers and objects of one page
COPIES = 3  # of a page's text at most: as it is, put together, and packed both ways


@dataclass(frozen=True)
class Sent:
    """One way in which the page is sent, complete but for the time it may be kept."""

    etag: str
    headers: Headers
    body: bytes


@dataclass
class Drawn:
    """The page as it reads now, in each way of packing that somebody asked for."""

    now: Now
    ways: dict[str, Sent] = field(default_factory=dict)


class Page:
    """`known` is the version that was known, and `now` what was true, before it was rendered."""

    def __init__(self, asked: Asked, known: Known, now: Now, response: HttpResponseBase) -> None:
        content = bytes(response.content)  # type: ignore[attr-defined] # it is not streaming
        self.known, self._now = known, now
        self._path, self._by_the_minute = asked.key[2], asked.page.by_the_minute
        self.size = COPIES * len(content) + OVERHEAD
        self._text = Divided.of(content)
        self._headers = [(name, value) for name, value in response.items() if name not in OURS]
        self._drawn = Drawn(now)
        self._until: float | None = None

    def suits(self, now: Now) -> bool:
        """One whose text names the number to call is rendered anew when that changes."""
        return not self._by_the_minute or self._now is now

    def ends_in(self, seconds: float | None) -> None:
        """Says for how long it stays true by itself; None for good."""
        self._until = None if seconds is None else _time() + seconds

    def is_over(self) -> bool:
        return self._until is not None and _time() >= self._until

    def true_for(self, now: Now) -> float | None:
        """Seconds until it says something that has changed by itself."""
        ends = [now.until] if self._text.names or self._by_the_minute else []
        ends += [self._until] if self._until is not None else []
        return min(ends) - _time() if ends else None

    def sent(self, now: Now, way: str) -> Sent:
        """Packed once while nothing changes; two threads that do it at once do the same."""
        drawn = self._drawn
        if self._text.names and drawn.now is not now:
            drawn = self._drawn = Drawn(now)
        if way not in drawn.ways:
            drawn.ways[way] = self._pack(now, way)
        return drawn.ways[way]

    def _pack(self, now: Now, way: str) -> Sent:
        content = self._text.filled(now, self._path)
        etag = f'"{blake2b(content, digest_size=12).hexdigest()}-{way}"'
        body = packed(content, way)
        headers = [*self._headers, ("Vary", "Accept-Encoding"), ("ETag", etag)]
        headers.append(("Content-Length", str(len(body))))
        if way != PLAIN:
            headers.append(("Content-Encoding", way))
        return Sent(etag, headers, body)


def may_be_kept(response: HttpResponseBase) -> bool:
    """A whole page that is the same for everyone, and says so."""
    control = response.headers.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "public" in control
        and not {"no-store", "immutable"} & set(control.split(", "))
        and response.headers.get("Vary", "").lower() in PACKED_BY_US
    )


def _time() -> float:
    return timezone.now().timestamp()
