"""The states of a referral and the table of its moves: status -> permitted next statuses.

Nothing outside the actions changes a status. Who may make a move is decided in the actions' rooms.
"""

from django.db.models import TextChoices


class Status(TextChoices):
    DRAFT = "draft", "Draft"
    RECEIVED = "received", "Received"


NEXT: dict[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.RECEIVED}),
    Status.RECEIVED: frozenset(),
}

SEEN_BY_THE_PANEL = frozenset(set(Status) - {Status.DRAFT})


class WrongState(Exception):
    """A move that the table does not allow. Its message is a sentence for the person."""


def can_move(status: str, to: Status) -> bool:
    return to in NEXT[Status(status)]


def check_move(status: str, to: Status) -> None:
    if not can_move(status, to):
        label = Status(status).label.lower()
        raise WrongState(f"This cannot be done to a referral that is {label}.")
