"""Moments in words, the way a person would say them on the telephone: 5pm, 8:30am tomorrow."""

from datetime import datetime, timedelta

from tscb.board.hours import LONDON

TWELVE = {0: "midnight", 12: "midday"}
DAYS_OF_A_NAME = 7


def clock(moment: datetime) -> str:
    """5pm, 8:30am, midday."""
    local = moment.astimezone(LONDON)
    if not local.minute and local.hour in TWELVE:
        return TWELVE[local.hour]
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def day(moment: datetime, now: datetime) -> str:
    """The day of a coming moment: today, tomorrow, on Monday, on Monday 29 December."""
    coming, today = moment.astimezone(LONDON).date(), now.astimezone(LONDON).date()
    ahead = (coming - today) / timedelta(days=1)
    if ahead < 2:
        return "tomorrow" if ahead else "today"
    if ahead < DAYS_OF_A_NAME:
        return f"on {coming:%A}"
    return f"on {coming:%A} {coming.day} {coming:%B}"


def in_words(moment: datetime, now: datetime) -> str:
    return f"{clock(moment)} {day(moment, now)}"
