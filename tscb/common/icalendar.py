"""Writes a calendar as other programs subscribe to it (RFC 5545): whole days and moments in UTC, so
that no time zone has to be described.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE_END = "\r\n"
LONGEST = 75  # octets of a line, without its end
MOMENT = "%Y%m%dT%H%M%SZ"
DAY = "%Y%m%d"


@dataclass(frozen=True)
class Entry:
    """`uid` is the same for as long as it is the same entry. Without `ends` it is a whole day."""

    uid: str
    starts: date
    summary: str
    url: str = ""
    place: str = ""
    ends: datetime | None = None
    changes: int = 0  # how often it was changed: the highest number holds
    is_cancelled: bool = False
    is_public: bool = False

    def lines(self, stamp: datetime) -> Iterator[str]:
        yield "BEGIN:VEVENT"
        yield f"UID:{escaped(self.uid)}"
        yield f"DTSTAMP:{stamp.astimezone(UTC):{MOMENT}}"
        yield from self._when()
        yield f"SEQUENCE:{self.changes}"
        yield f"SUMMARY:{escaped(self.summary)}"
        yield f"STATUS:{'CANCELLED' if self.is_cancelled else 'CONFIRMED'}"
        yield "TRANSP:TRANSPARENT" if self.ends is None else "TRANSP:OPAQUE"
        if self.place:
            yield f"LOCATION:{escaped(self.place)}"
        if self.url:
            yield f"URL:{self.url}"
        yield f"CLASS:{'PUBLIC' if self.is_public else 'PRIVATE'}"
        yield "END:VEVENT"

    def _when(self) -> Iterator[str]:
        if isinstance(self.starts, datetime) and self.ends:
            yield f"DTSTART:{self.starts.astimezone(UTC):{MOMENT}}"
            yield f"DTEND:{self.ends.astimezone(UTC):{MOMENT}}"
        else:
            yield f"DTSTART;VALUE=DATE:{self.starts:{DAY}}"
            yield f"DTEND;VALUE=DATE:{self.starts + timedelta(days=1):{DAY}}"


def written(name: str, entries: Iterable[Entry], stamp: datetime) -> str:
    """The whole calendar, to subscribe to. `stamp`: when it was written."""
    about = (f"X-WR-CALNAME:{escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H")
    return _calendar(name, about, entries, stamp)


def to_add(name: str, entries: Iterable[Entry], stamp: datetime) -> str:
    """To be put into somebody's own calendar; a later file replaces what an earlier one put."""
    return _calendar(name, ("METHOD:PUBLISH",), entries, stamp)


def _calendar(name: str, about: Iterable[str], entries: Iterable[Entry], stamp: datetime) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{escaped(name)}//EN",
        "CALSCALE:GREGORIAN",
        *about,
        *(line for entry in entries for line in entry.lines(stamp)),
        "END:VCALENDAR",
    ]
    return "".join(folded(line) + LINE_END for line in lines)


def escaped(text: str) -> str:
    """As the value of a text: what divides values is marked, and a new line is two characters."""
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return "\\n".join(text.splitlines())


def folded(line: str) -> str:
    """Broken into pieces of at most 75 octets, none within a character; each but the first begins
    with a space."""
    pieces, octets = [""], 0
    for character in line:
        length = len(character.encode())
        if octets + length > LONGEST:
            pieces.append(" ")
            octets = 1
        pieces[-1] += character
        octets += length
    return LINE_END.join(pieces)
