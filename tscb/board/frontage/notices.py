"""Notices to everybody who reads the site: which run at a moment, and where. No database here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import TextChoices
from django.utils.safestring import SafeString

from tscb.board.calling.contacts import Contact
from tscb.board.frontage.numbers import same_number, telephone_numbers
from tscb.common.text import render

MOST_AT_ONCE = 2
WORRIED = "/worried-about-a-child/"
drawn = lru_cache(maxsize=64)(render)


class Kind(TextChoices):
    IMPORTANT = "important", "Important"
    INFORMATION = "information", "Information"


class Where(TextChoices):
    EVERYWHERE = "everywhere", "Every page"
    HOME = "home", "The home page"
    PROFESSIONALS = "professionals", "Pages for professionals"


PROFESSIONALS = ("/case-reviews/", "/themes/", "/briefings/", "/refer/")


@dataclass(frozen=True)
class Notice:
    text: str
    kind: str
    where: str
    starts: datetime
    ends: datetime

    @property
    def is_important(self) -> bool:
        return self.kind == Kind.IMPORTANT

    @property
    def label(self) -> str:
        return Kind(self.kind).label

    @property
    def html(self) -> SafeString:
        return drawn(self.text)

    def runs(self, moment: datetime) -> bool:
        """The minute in which it ends is the first without it."""
        return self.starts <= moment < self.ends

    def stands_on(self, path: str) -> bool:
        """Never on the page that says whom to call: what changes there is entered as a number or a
        closure, and nothing may stand before it."""
        if path == WORRIED:
            return False
        if self.where == Where.HOME:
            return path == "/"
        return self.where == Where.EVERYWHERE or path.startswith(PROFESSIONALS)

    def is_true_of(self, contacts: Iterable[Contact]) -> bool:
        """Whether every telephone number in it is still one of the board's."""
        known = {same_number(one.number) for one in contacts}
        return all(same_number(number) in known for number in telephone_numbers(self.text))


def running(notices: Iterable[Notice], moment: datetime) -> tuple[Notice, ...]:
    """The important ones first, the newest of each before the others."""
    now = [notice for notice in notices if notice.runs(moment)]
    newest_first = sorted(now, key=lambda notice: notice.starts, reverse=True)
    return tuple(sorted(newest_first, key=lambda notice: not notice.is_important))


def next_change(notices: Iterable[Notice], moment: datetime) -> datetime | None:
    """When the next of them comes or goes."""
    moments = [at for notice in notices for at in (notice.starts, notice.ends) if at > moment]
    return min(moments, default=None)


def shown_on(path: str, notices: Sequence[Notice]) -> list[Notice]:
    return [notice for notice in notices if notice.stands_on(path)][:MOST_AT_ONCE]
