"""What every page says of the board now: names, links, and whom to call at this moment."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

from tscb.board.calling.opening import Advice, advise, unsure_advice
from tscb.board.keeping import Keeper
from tscb.board.site_facts import KnownFacts, SiteFacts
from tscb.common.content_version.watching import on_change
from tscb.common.web import UNCHANGED_FOR

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shown:
    """An answer that was given, good for later moments too until something changes."""

    facts: KnownFacts
    since: datetime
    site: SiteFacts

    def holds(self, facts: KnownFacts, now: datetime) -> bool:
        return self.facts is facts and self.since <= now < self.site.valid_until


keeper = Keeper()
on_change(keeper.renew)
last_shown: Shown | None = None
_instead: ContextVar[SiteFacts | None] = ContextVar("_instead", default=None)


def current(now: datetime | None = None) -> SiteFacts:
    """The facts with the advice for this moment. Never raises, database or not."""
    global last_shown
    if instead := _instead.get():
        return instead
    facts, now, shown = keeper.facts(), now or timezone.now(), last_shown
    if shown is None or not shown.holds(facts, now):
        shown = Shown(facts, now, SiteFacts.of(facts, advice_on(facts, now), now))
        last_shown = shown
    return shown.site


@contextmanager
def showing(instead: SiteFacts) -> Iterator[None]:
    """Within, pages are drawn with these facts instead of those that are public."""
    kept = _instead.set(instead)
    try:
        yield
    finally:
        _instead.reset(kept)


@contextmanager
def at_any_minute(facts: KnownFacts) -> Iterator[None]:
    """Within, pages say of these facts what holds whenever somebody reads them: all numbers, each
    with when it applies, and none of them first; and no notice, which would outlive its end."""
    now, lasting = timezone.now(), replace(facts, notices=())
    with showing(SiteFacts.of(lasting, unsure_advice(facts.contacts, now), now)):
        yield


def forget() -> None:
    """Drops what this process keeps, so that the next question asks the database."""
    keeper.forget()


def context(request: HttpRequest) -> dict[str, object]:
    """Gives templates `site`, and tells caches how long banner and notices stay true."""
    now = timezone.now()
    site = current(now)
    left = max(0, int((site.valid_until - now).total_seconds()))
    setattr(request, UNCHANGED_FOR, left)
    return {"site": site}


def advice_on(facts: KnownFacts, now: datetime) -> Advice:
    """Both numbers, should the facts be too odd to be understood."""
    try:
        return advise(facts.contacts, facts.closed, now, facts.no_holidays)
    except Exception:
        logger.exception("The opening hours could not be understood, both numbers are shown.")
        return unsure_advice(facts.contacts, now)
