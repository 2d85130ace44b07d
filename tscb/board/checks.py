"""What Django's checks tell whoever runs the site about the board's facts."""

from datetime import date, timedelta
from typing import Any

from django.core import checks
from django.utils import timezone

from tscb.board.calendar import known_until

AHEAD = timedelta(days=365)


def calendar_reaches_ahead(**options: Any) -> list[checks.CheckMessage]:
    """Long before the list of bank holidays ends and the site has to show both numbers."""
    return calendar_warnings(timezone.localdate())


def calendar_warnings(today: date) -> list[checks.CheckMessage]:
    if known_until() - today >= AHEAD:
        return []
    words = f"Bank holidays are known only until {known_until():%-d %B %Y}."
    hint = "Update the package govuk-bank-holidays: after that day every page shows both numbers."
    return [checks.Warning(words, hint=hint, id="board.W001")]
