"""The letter of an alert, from what is public and wanted at the moment it goes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from tscb.bulletin.alerts.news import KINDS, Kind
from tscb.bulletin.letters import Letter, Links, written
from tscb.bulletin.models import Delivery, Subscriber

MOST, MOST_NAMED = 20, 5  # of each kind, and themes: a letter is to be read


@dataclass(frozen=True)
class Part:
    """`things` of one kind; `more` there are than stand in the letter."""

    heading: str
    things: list[Any]
    more: int


def letter_of_alert(delivery: Delivery, subscriber: Subscriber, links: Links) -> Letter | None:
    """None where nothing is left to tell of."""
    parts = parts_of(delivery, subscriber)
    if not parts:
        return None
    themes = sorted(_themes_of(parts, subscriber))
    asked = {"on": asked_for(themes, subscriber), "how": subscriber.get_alerts_display().lower()}
    return written("alert", subject_of(themes), {"parts": parts, **asked}, links)


def asked_for(themes: list[str], subscriber: Subscriber) -> str:
    """Why its reader gets it, in a line."""
    if subscriber.every_theme:
        return "every theme"
    return ", ".join(themes) if len(themes) <= MOST_NAMED else "your themes"


def subject_of(themes: list[str]) -> str:
    if len(themes) == 1:
        return f"Something new on {themes[0]}"
    return "Something new on your themes" if themes else "Something new to learn from"


def parts_of(delivery: Delivery, subscriber: Subscriber) -> list[Part]:
    since, until = delivery.since, delivery.until
    if since is None or until is None:
        return []
    themes = None if subscriber.every_theme else [theme.pk for theme in subscriber.themes.all()]
    parts = (_part(kind, since, until, themes) for kind in KINDS)
    return [part for part in parts if part.things]


def _part(kind: Kind, since: datetime, until: datetime, themes: list[int] | None) -> Part:
    rows: QuerySet[Any] = kind.between(since, until)
    if themes is not None:
        rows = rows.filter(themes__in=themes).distinct()
    rows = rows.order_by("-came_out_at", "-pk").prefetch_related("themes")
    found = list(rows[: MOST + 1])
    more = rows.count() - MOST if len(found) > MOST else 0
    return Part(kind.heading, found[:MOST], more)


def _themes_of(parts: list[Part], subscriber: Subscriber) -> set[str]:
    """The names of the themes that it is about, and that its reader asked for."""
    named = {theme.name for part in parts for thing in part.things for theme in thing.themes.all()}
    return named if subscriber.every_theme else named & {t.name for t in subscriber.themes.all()}
