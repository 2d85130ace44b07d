"""How long a session of staff lasts, and why. The times stand in the session itself."""

import time
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from tscb.common.encryption import token_digest

BEGAN, SEEN = "began_at", "seen_at"


@dataclass(frozen=True)
class Limit:
    length: timedelta
    why: str

    @property
    def seconds(self) -> int:
        return int(self.length.total_seconds())


IDLE = Limit(
    timedelta(minutes=15),
    "a case left open on a desk is read by whoever passes; long enough to read a page and to take "
    "a call",
)
WHOLE = Limit(
    timedelta(hours=8),
    "one working day: a session that was taken over ends with it, however busy it is kept",
)
WARNING = Limit(
    timedelta(minutes=2),
    "time to finish a sentence and press; WCAG 2.2 (2.2.1) asks for twenty seconds at least",
)
NOTED_EVERY = 30  # seconds: looking at pages in quick succession writes to the database once


def begin(session: SessionBase) -> None:
    """Both clocks start, at the sign-in."""
    session[BEGAN] = session[SEEN] = time.time()


def go_on(session: SessionBase) -> None:
    """Somebody is at work. The whole day is not made longer by it."""
    now = time.time()
    if BEGAN not in session:
        begin(session)
    elif now - session[SEEN] >= NOTED_EVERY:
        session[SEEN] = now


def seconds_left(session: SessionBase) -> float:
    """Below zero where the session is over. One that nobody has begun yet has all its time."""
    now = time.time()
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    return min(began + WHOLE.seconds, seen + IDLE.seconds) - now


def is_live(request: HttpRequest) -> bool:
    return request.user.is_authenticated and seconds_left(request.session) > 0


def at_work(request: HttpRequest) -> None:
    """Notes it, and lets the page know how long its visitor has, to be warned before."""
    go_on(request.session)
    request.session_left = int(seconds_left(request.session))  # type: ignore[attr-defined] # for the page's frame
    request.session_of = mark_of(request)  # type: ignore[attr-defined] # for the page's frame


def mark_of(request: HttpRequest) -> str:
    """By which a page that stayed open knows whether the same person has signed in again."""
    return token_digest(f"session of {request.user.pk}")[:12]
