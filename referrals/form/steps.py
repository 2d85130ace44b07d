"""How far a sent referral has come, as its referrer may see it: steps and days, nothing of a case.

The page may be seen over somebody's shoulder: no name, no answer, no outcome stands here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from django.utils import timezone

from referrals.agreement.standing import Standing, standing
from referrals.models import (
    PanelDates,
    Referral,
    Status,
    Withdrawal,
    panel_dates_of,
    withdrawal_of,
)

TAKEN_UP = (Status.WITH_PANEL, Status.RECOMMENDED, Status.DECIDED)


@dataclass(frozen=True)
class Step:
    """`at` for what has a time, `on` for what has a day; `lead` stands before it, `words` after."""

    name: str
    is_done: bool
    at: datetime | None = None
    on: date | None = None
    lead: str = ""
    words: str = ""


def steps(referral: Referral) -> Iterator[Step]:
    yield Step("Received", is_done=True, at=referral.submitted_at)
    dates, withdrawal = panel_dates_of(referral), withdrawal_of(referral)
    if withdrawal:
        yield Step("Withdrawn by you", is_done=True, at=withdrawal.withdrawn_at)
    if goes_on(referral, withdrawal):
        yield agreement(standing(referral))
        yield with_panel(dates)
        yield decided(dates)


@dataclass(frozen=True)
class Added:
    what: str
    at: datetime


def added_since(referral: Referral) -> list[Added]:
    """What was added after sending, by its time alone: no text and no name of a file is read."""
    texts = referral.additions.values_list("added_at", flat=True)
    later = referral.files.filter(added_at__gt=referral.submitted_at)
    files = later.values_list("added_at", flat=True)
    added = [Added("Information", at) for at in texts] + [Added("A file", at) for at in files]
    return sorted(added, key=attrgetter("at"))


def is_decided(referral: Referral) -> bool:
    dates = panel_dates_of(referral)
    return dates is not None and dates.decided_on is not None


def agreement(how: Standing) -> Step:
    at = how.since if how.is_given else None
    return Step("Your manager’s agreement", how.is_given, at=at, words=f"{how.label}.")


def goes_on(referral: Referral, withdrawal: Withdrawal | None) -> bool:
    """Not after a withdrawal, unless the panel took the case up all the same."""
    return withdrawal is None or referral.status in TAKEN_UP or is_decided(referral)


def with_panel(dates: PanelDates | None) -> Step:
    if dates is None:
        return Step("With the panel", False, words="The day of the meeting is not set yet.")
    is_over = dates.meeting_on < timezone.localdate()
    lead = "The meeting was on" if is_over else "The meeting is on"
    return Step("With the panel", True, on=dates.meeting_on, lead=lead)


def decided(dates: PanelDates | None) -> Step:
    if dates is None or dates.decided_on is None:
        return Step("Decided", False, words="Not yet.")
    words = "You or your manager will hear from the board what was decided."
    return Step("Decided", True, on=dates.decided_on, words=words)
