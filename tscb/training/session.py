"""The plan of a session: what comes when, with a welcome, breaks, and time for what to do next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tscb.training.parts import Part

WELCOME, CLOSING, BREAK = 5, 10, 10
WITHOUT_BREAK = 75  # minutes


@dataclass(frozen=True)
class Step:
    name: str
    start: int
    minutes: int
    part: Part | None = None

    @property
    def clock(self) -> str:
        """Hours and minutes since the beginning."""
        return f"{self.start // 60}:{self.start % 60:02}"


@dataclass(frozen=True)
class Session:
    """`spare` minutes are left of the length that was asked for, or missing where they are less
    than none; without a length there are none."""

    steps: Sequence[Step]
    minutes: int
    length: int | None

    @property
    def spare(self) -> int:
        return 0 if self.length is None else self.length - self.minutes

    @property
    def over(self) -> int:
        return max(0, -self.spare)


def plan(parts: Sequence[Part], length: int | None) -> Session:
    """Spare time goes to talk, before the end."""
    steps, needed = _timed(_steps(parts))
    spare = max(0, (length or 0) - needed)
    if spare:
        steps, _ = _timed(_steps(parts, spare))
    return Session(steps, needed, length)


def _timed(steps: Iterator[tuple[str, int, Part | None]]) -> tuple[list[Step], int]:
    found, start = [], 0
    for name, minutes, part in steps:
        found.append(Step(name, start, minutes, part))
        start += minutes
    return found, start


def _steps(parts: Sequence[Part], spare: int = 0) -> Iterator[tuple[str, int, Part | None]]:
    yield "Welcome and ground rules", WELCOME, None
    since = WELCOME
    for part in parts:
        if since + part.kind.minutes > WITHOUT_BREAK:
            yield "Break", BREAK, None
            since = 0
        yield part.title, part.kind.minutes, part
        since += part.kind.minutes
    if spare:
        yield "Time to talk", spare, None
    yield "What we will do differently, and feedback", CLOSING, None
