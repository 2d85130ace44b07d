"""Moments and hours in words, as one would say them on the telephone: 5pm, 8:30am tomorrow."""

from calendar import day_name
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from tscb.board.calling.contacts import ContactRole, Hours
from tscb.board.calling.hours import LAST_MINUTE, LONDON

TWELVE = {time(0): "midnight", time(12): "midday"}
DAYS_OF_A_NAME = 7


def clock(at: time) -> str:
    """5pm, 8:30am, midday."""
    if at in TWELVE:
        return TWELVE[at]
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


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
    """Midnight belongs to the day that it ends."""
    at = moment.astimezone(LONDON).time()
    if at != time.min:
        return f"{clock(at)} {day(moment, now)}"
    ended = day(moment - timedelta(minutes=1), now)
    return "midnight tonight" if ended == "today" else f"midnight {ended}"


def words_for(role: ContactRole, changes: datetime, now: datetime, *, open_now: bool) -> str:
    """When a number applies, said beside it. `changes`: when it opens or closes next."""
    words = in_words(changes, now)
    if role == ContactRole.OUT_OF_HOURS:
        return f"office closed until {words}: call instead" if open_now else f"from {words}"
    return f"open now until {words}" if open_now else f"closed now, opens {words}"


def week(hours: Iterable[Hours]) -> list[str]:
    """Opening hours with equal days drawn together: Monday to Wednesday, 8:30am to 5pm."""
    by_day: dict[int, str] = {}
    for one in sorted(hours, key=lambda one: (one.weekday, one.opens)):
        closes = "midnight" if one.closes >= LAST_MINUTE else clock(one.closes)
        words = f"{clock(one.opens)} to {closes}"
        by_day[one.weekday] = f"{by_day[one.weekday]}, {words}" if one.weekday in by_day else words
    return [f"{_days(run)}, {by_day[run[0]]}" for run in _runs(by_day)]


def _runs(by_day: dict[int, str]) -> list[list[int]]:
    """Days that follow each other and have the same hours."""
    runs: list[list[int]] = []
    for weekday, words in by_day.items():
        if runs and runs[-1][-1] == weekday - 1 and by_day[runs[-1][0]] == words:
            runs[-1].append(weekday)
        else:
            runs.append([weekday])
    return runs


def _days(run: list[int]) -> str:
    first, last = day_name[run[0]], day_name[run[-1]]
    return first if len(run) == 1 else f"{first} to {last}"
