"""What somebody wants to get, and keeping it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from reviews.models import Theme
from tscb.board.models import Agency
from tscb.bulletin.models import Rhythm, Subscriber
from tscb.bulletin.subscribing.leaving import locked


@dataclass(frozen=True)
class Choices:
    """As they were typed; `themes` only where not every theme is wanted."""

    agency: Agency | None
    wants_bulletin: bool
    alerts: str
    every_theme: bool
    themes: tuple[Theme, ...] = ()


@transaction.atomic
def change(*, subscriber: Subscriber, choices: Choices) -> None:
    found = locked(subscriber)
    if found:
        keep(found, choices)


def keep(found: Subscriber, choices: Choices) -> None:
    """In a locked row. Alerts tell of what comes out after somebody asked for them."""
    if found.alerts == Rhythm.NEVER:
        found.alerted_until = timezone.now()
    found.agency, found.wants_bulletin = choices.agency, choices.wants_bulletin
    found.alerts, found.every_theme = choices.alerts, choices.every_theme
    found.save(update_fields=["agency", "wants_bulletin", "alerts", "every_theme", "alerted_until"])
    found.themes.set(choices.themes)
