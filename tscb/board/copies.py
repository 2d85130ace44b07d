"""Copies of pages as files, for the proxy to show when the site itself does not answer.

Nobody works out the minute for them, so they name every number with when it applies. What is
written was read from the database this moment: where it cannot be read, the last copies stay.
"""

import gzip
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string

from tscb.board import site, views
from tscb.board.reading import read_facts
from tscb.board.site_facts import KnownFacts

FOLDER = "static-pages"
DRAWN_ANEW_AFTER = 300.0  # seconds: a page may change without its facts
TEMPLATES = {
    "unavailable.html": "board/copies/unavailable.html",
    "too-large.html": "413.html",
}
READABLE = 0o644  # the proxy runs under an account of its own


@dataclass(frozen=True)
class Drawn:
    facts: KnownFacts
    at: float


last_drawn: Drawn | None = None


def folder() -> Path:
    return Path(settings.DATA_DIR) / FOLDER


def write_if_due() -> None:
    """Every few minutes, and as soon as the facts have changed."""
    global last_drawn
    facts, now, last = read_facts(), monotonic(), last_drawn
    if last and last.facts == facts and now - last.at < DRAWN_ANEW_AFTER:
        return
    write(facts)
    last_drawn = Drawn(facts, now)


def write(facts: KnownFacts) -> None:
    folder().mkdir(parents=True, exist_ok=True)
    with site.at_any_minute(facts):
        pages = {name: render_to_string(template).encode() for name, template in TEMPLATES.items()}
        pages["worried-about-a-child.html"] = worried_page()
    for name, page in pages.items():
        _replace(folder() / name, page)
        _replace(folder() / f"{name}.gz", gzip.compress(page, mtime=0))


def worried_page() -> bytes:
    """The page with the numbers, asked for by nobody."""
    request = HttpRequest()
    request.method, request.path = "GET", "/worried-about-a-child/"
    return bytes(views.worried(request).content)


def _replace(path: Path, content: bytes) -> None:
    """At one stroke, so that nobody ever reads half of it."""
    if path.exists() and path.read_bytes() == content:
        return
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(content)
    unfinished = Path(file.name)
    unfinished.chmod(READABLE)
    unfinished.replace(path)
