"""The states of a referral and the table of its moves: status -> next status -> event.

Nothing outside the actions changes a status. Who may make a move is decided in the actions' rooms.
"""

from django.db.models import TextChoices

from referrals.models.audit import Verb


class Status(TextChoices):
    DRAFT = "draft", "Draft"
    RECEIVED = "received", "Received"
    WITH_PANEL = "with_panel", "With the panel"
    RECOMMENDED = "recommended", "Recommended"
    DECIDED = "decided", "Decided"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"


NEXT: dict[Status, dict[Status, Verb]] = {
    Status.DRAFT: {Status.RECEIVED: Verb.SUBMITTED},
    Status.RECEIVED: {
        Status.WITH_PANEL: Verb.PUT_BEFORE_PANEL,
        Status.WITHDRAWN: Verb.WITHDRAWN,
    },
    Status.WITH_PANEL: {
        Status.WITH_PANEL: Verb.MEETING_MOVED,
        Status.RECOMMENDED: Verb.RECOMMENDED,
        Status.WITHDRAWN: Verb.WITHDRAWN,
    },
    Status.RECOMMENDED: {
        Status.WITH_PANEL: Verb.SENT_BACK,
        Status.DECIDED: Verb.DECIDED,
    },
    Status.DECIDED: {
        Status.RECOMMENDED: Verb.DECISION_TAKEN_BACK,
        Status.CLOSED: Verb.CLOSED,
    },
    # Where it was before: a withdrawn case was never decided.
    Status.CLOSED: {
        Status.DECIDED: Verb.REOPENED,
        Status.WITHDRAWN: Verb.REOPENED,
    },
    # The duty to review a case is the board's: a withdrawal does not end it.
    Status.WITHDRAWN: {
        Status.WITH_PANEL: Verb.PUT_BEFORE_PANEL,
        Status.CLOSED: Verb.CLOSED,
    },
}

SEEN_BY_THE_PANEL = frozenset(set(Status) - {Status.DRAFT})
AWAITS_AGREEMENT = frozenset({Status.RECEIVED, Status.WITH_PANEL, Status.RECOMMENDED})
OPEN = frozenset({Status.RECEIVED, Status.WITH_PANEL, Status.RECOMMENDED})
# Nothing is awaited of the board any more; what is taken up again runs on from where it began.
STOPS_CLOCKS = frozenset({Status.WITHDRAWN, Status.CLOSED})


class WrongState(Exception):
    """A move that the table does not allow. Its message is a sentence for the person."""


def can_move(status: str, to: Status) -> bool:
    return to in NEXT[Status(status)]


def check_move(status: str, to: Status) -> Verb:
    """Gives the event that records the move; raises WrongState where there is none."""
    if not can_move(status, to):
        label = Status(status).label.lower()
        raise WrongState(f"This cannot be done to a referral that is {label}.")
    return NEXT[Status(status)][to]
