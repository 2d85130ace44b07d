"""The states of what can be published, and every move between them with who may make it.

The table is all there is: an action asks it before it writes (actions.py).
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models


class Status(models.TextChoices):
    """What is published with a time to come is scheduled: the time is a query, not a state."""

    DRAFT = "draft", "Draft"
    CHECKED = "checked", "Checked"
    PUBLISHED = "published", "Published"
    ARCHIVED = "archived", "Published, report on request"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Who(models.TextChoices):
    EDITOR = "editor", "Any editor"
    SECOND_PERSON = "second person", "An editor other than the one who wrote it last"


@dataclass(frozen=True)
class Move:
    """From where to where, by whom, the event in the history, and what to say when it cannot be."""

    sources: frozenset[Status]
    target: Status
    who: Who
    event: str
    refusal: str


def _move(
    sources: set[Status], target: Status, event: str, refusal: str, who: Who = Who.EDITOR
) -> Move:
    return Move(frozenset(sources), target, who, event, refusal)


PUBLIC = {Status.PUBLISHED, Status.ARCHIVED}
MOVES = {
    "edit": _move(
        {Status.DRAFT, Status.CHECKED, Status.PUBLISHED, Status.WITHDRAWN},
        Status.DRAFT,
        "Changed",
        "What the public sees is changed by a proposal that a second person checks.",
    ),
    "check": _move(
        {Status.DRAFT}, Status.CHECKED, "Checked", "Only a draft is checked.", Who.SECOND_PERSON
    ),
    "send_back": _move(
        {Status.CHECKED}, Status.DRAFT, "Sent back", "Only what is checked can be sent back."
    ),
    "publish": _move(
        {Status.CHECKED, Status.PUBLISHED},
        Status.PUBLISHED,
        "Published",
        "A second person has to check it before it is published.",
    ),
    "archive": _move(
        {Status.PUBLISHED},
        Status.ARCHIVED,
        "Report put on request",
        "Only what is published can be put on request.",
    ),
    "prolong": _move(
        PUBLIC,
        Status.PUBLISHED,
        "Publication prolonged",
        "Only what is published or on request can be prolonged.",
    ),
    "withdraw": _move(
        PUBLIC,
        Status.WITHDRAWN,
        "Withdrawn",
        "Only what is published or scheduled can be withdrawn.",
    ),
    "take_up": _move(
        {Status.WITHDRAWN},
        Status.DRAFT,
        "Taken up again as a draft",
        "Only what was withdrawn can be taken up again.",
    ),
}


def check_move(name: str, status: str) -> None:
    """Raises ValidationError with a sentence when the table does not know this move."""
    if status not in MOVES[name].sources:
        raise ValidationError(MOVES[name].refusal)


def can_move(name: str, status: str) -> bool:
    return status in MOVES[name].sources
