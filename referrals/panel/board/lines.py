"""What the board tells of one case: nothing of a child."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from referrals.agreement.standing import Standing
from referrals.clock.phrases import Phrase, Phrases
from referrals.models import Agreement, Referral, Status
from referrals.panel.board.waiting import Waiting, waited_for


@dataclass(frozen=True)
class Line:
    referral: Referral
    agency: str
    due: Phrase | None
    waiting: list[str]
    next_step: str
    working_days: int
    agreement: Standing


def lines(listed: Iterable[Any]) -> list[Line]:
    """`listed`: cases with what `for_lines` (rows.py) adds to each."""
    phrases = Phrases.of_today()
    return [_line(one, phrases) for one in listed]


def _line(referral: Any, phrases: Phrases) -> Line:
    received = timezone.localdate(referral.submitted_at)
    due = referral.next_due_on
    return Line(
        referral=referral,
        agency=referral.case.agency.name if referral.case.agency else "Another agency",
        due=phrases.due(due) if due else None,
        waiting=[str(one.label) for one in waited_for(referral)],
        next_step=next_step(referral),
        working_days=phrases.days.between(received, phrases.today),
        agreement=agreement_of(referral),
    )


def agreement_of(referral: Any) -> Standing:
    """From the newest request's state, without reading the request itself."""
    state, route = referral.agreement_state, referral.agreement_route
    return Standing(Agreement(state=state, route=route) if state else None, can_ask=False)


def next_step(referral: Referral) -> str:
    """The one thing that takes the case on, in few words."""
    return STEPS[Status(referral.status)](referral)


def _received(referral: Referral) -> str:
    if referral.case.lead is None:
        return "Take it on"
    if Waiting.MANAGER in waited_for(referral):
        return "Get the manager’s agreement, or put it before the panel"
    return "Put it before the panel"


def _with_panel(referral: Referral) -> str:
    dates = getattr(referral, "panel_dates", None)
    if dates and dates.meeting_on >= timezone.localdate():
        return "Prepare the meeting"
    return "Record what the panel recommends"


STEPS: dict[Status, Callable[[Referral], str]] = {
    Status.RECEIVED: _received,
    Status.WITH_PANEL: _with_panel,
    Status.RECOMMENDED: lambda referral: "Decide",
    Status.DECIDED: lambda referral: "Write the letters, plan what was decided, and close it",
    Status.WITHDRAWN: lambda referral: "Close it, or go on where the board has a duty",
    Status.CLOSED: lambda referral: "Nothing: it is kept until its time is over",
}
