"""Checking, publishing, archiving, withdrawing. Nothing else changes the status of an item.

Each action locks the row, asks the table of moves, writes, and records the event.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tscb.common.discovery import discover
from tscb.common.publishing import content, history
from tscb.common.publishing.models import Publishable
from tscb.common.publishing.proposable import Proposable
from tscb.common.publishing.states import MOVES, can_move, check_move

UNCHECKED = {"checked_by": None, "checked_at": None}


def check_ready(item: Proposable) -> None:
    """What the page itself lacks, and what other rooms say (`<app>.publishing_checks`)."""
    problems = item.problems_before_publishing()
    for module in discover("publishing_checks"):
        problems += module.problems(item)
    if problems:
        raise ValidationError(problems)


def holds(item: Any) -> list[str]:
    """Why it may not come out yet, though its text is ready (`<app>.publishing_holds`)."""
    return [said for module in discover("publishing_holds") for said in module.sentences(item)]


def check_not_held(item: Proposable) -> None:
    if problems := holds(item):
        raise ValidationError(problems)


def check_second_person(editor_id: int | None, by: Any) -> None:
    if editor_id == by.pk:
        raise ValidationError("You wrote this last: a second person has to check it.")


def check_checkable(item: Publishable, by: Any) -> None:
    """Raises ValidationError with one sentence for each thing that stands in the way."""
    check_move("check", item.status)
    check_second_person(item.edited_by_id, by)
    check_ready(item)


def can_check(item: Publishable, by: Any) -> bool:
    """Whether this person may; what the item still lacks is told when they try."""
    return can_move("check", item.status) and item.edited_by_id != by.pk


def check_publishable(item: Publishable) -> None:
    if item.is_public:
        raise ValidationError("It is published already.")
    check_move("publish", item.status)
    check_not_held(item)
    check_ready(item)


def can_publish(item: Publishable) -> bool:
    return can_move("publish", item.status) and not item.is_public


def check_archivable(item: Publishable) -> None:
    check_move("archive", item.status)
    if not item.is_public or item.due_for_review_on is None:
        raise ValidationError("Only a public page with a publication period goes on request.")


def can_archive(item: Publishable) -> bool:
    fits = can_move("archive", item.status) and item.is_public
    return fits and item.due_for_review_on is not None


def check_prolongable(item: Publishable) -> None:
    check_move("prolong", item.status)
    if not item.is_public or item.due_after(timezone.localdate()) is None:
        raise ValidationError("Only a public page with a publication period is prolonged.")


def can_prolong(item: Publishable) -> bool:
    fits = can_move("prolong", item.status) and item.is_public
    return fits and item.due_after(timezone.localdate()) is not None


@transaction.atomic
def check(*, item: Publishable, by: Any) -> Publishable:
    """A second person has read it: as it stands it may be published."""
    item = item.refresh_locked()
    check_checkable(item, by)
    item.checked_by, item.checked_at = by, timezone.now()
    return _moved(item, "check", by)


@transaction.atomic
def send_back(*, item: Publishable, by: Any) -> Publishable:
    item = item.refresh_locked()
    check_move("send_back", item.status)
    return _moved(item, "send_back", by, **UNCHECKED)


@transaction.atomic
def publish(*, item: Publishable, by: Any, at: datetime | None = None) -> Publishable:
    """Makes a checked item public now, or from a time to come; coming back, it keeps its date."""
    item = item.refresh_locked()
    check_publishable(item)
    now = timezone.now()
    item.published_at = at or _date_to_keep(item) or now
    item.reminded_at = None
    item.due_for_review_on = item.due_after(timezone.localdate(at or now))
    return _moved(item, "publish", by)


def _date_to_keep(item: Publishable) -> datetime | None:
    """An item that comes back keeps the date on which it first came out; one that was withdrawn
    before its time came never did."""
    return item.published_at if item.has_come_out else None


@transaction.atomic
def archive(*, item: Publishable, by: Any) -> Publishable:
    """The documents go on request; page, learning and briefings stay."""
    item = item.refresh_locked()
    check_archivable(item)
    return _moved(item, "archive", by)


@transaction.atomic
def prolong(*, item: Publishable, by: Any) -> Publishable:
    """Stays, or comes back from “on request”, for one more publication period from today."""
    item = item.refresh_locked()
    check_prolongable(item)
    due = item.due_after(timezone.localdate())
    return _moved(item, "prolong", by, due_for_review_on=due, reminded_at=None)


@transaction.atomic
def withdraw(*, item: Publishable, by: Any) -> Publishable:
    """Takes the item off the public site at once; a change that waited stays in its text. What was
    scheduled never came out, and keeps no day that would pass later as if it had."""
    item = item.refresh_locked()
    check_move("withdraw", item.status)
    if item.is_scheduled:
        item.published_at = None
    waiting, item.proposed = item.proposed, None
    item = _moved(item, "withdraw", by, withdrawn_at=timezone.now(), preview_key="")
    if waiting:
        item = put_content(item, waiting)
    return item


@transaction.atomic
def take_up(*, item: Publishable, by: Any) -> Publishable:
    item = item.refresh_locked()
    check_move("take_up", item.status)
    return _moved(item, "take_up", by, withdrawn_at=None, **UNCHECKED)


@transaction.atomic
def note_edit(*, item: Publishable, by: Any) -> Publishable:
    """The text of something not public was changed: it is a draft, and waits for a check."""
    item = item.refresh_locked()
    check_move("edit", item.status)
    if item.is_scheduled:
        item.published_at = None
    item.edited_by, item.edited_at = by, timezone.now()
    item.status, item.withdrawn_at = MOVES["edit"].target, None
    item.checked_by = item.checked_at = None
    item.save()
    return item


def put_content(item: Publishable, version: history.HistoryEntry) -> Publishable:
    """Writes a version into an item's rows: whoever wrote it is the last editor, nobody has
    checked it."""
    content.apply(item, version.content)
    item = item.refresh_locked()
    item.edited_by, item.edited_at = version.by, version.at
    item.checked_by = item.checked_at = None
    item.save()
    return item


def _moved(item: Publishable, move: str, by: Any, **fields: Any) -> Publishable:
    """Writes the move that was checked, and its event."""
    item.status = MOVES[move].target
    for name, value in fields.items():
        setattr(item, name, value)
    item.save()
    event = MOVES[move].event
    if move == "publish" and item.is_scheduled:
        event = item.state_in_words
    history.record(item, event, by=by)
    return item
