"""Taking words out of the history for good: a name that once stood in a draft stays in every
version, which nobody may otherwise change.

One person names the words and says why; another carries it out. What remains says who, when, why
and how often, never the words. What a page says today is changed by editing it.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tscb.common.publishing import content, history
from tscb.common.publishing.history import HistoryEntry
from tscb.common.publishing.purge import LONGEST_WHY, Purge
from tscb.common.publishing.words_taken_out import pattern_of, without

SHORTEST, MOST = 3, 20
SHORTEST_WHY = 10


def check_askable(words: str, why: str) -> None:
    """Raises ValidationError with a sentence."""
    listed = [line.strip() for line in words.splitlines() if line.strip()]
    if not 1 <= len(listed) <= MOST or any(len(line) < SHORTEST for line in listed):
        raise ValidationError(
            f"Write 1 to {MOST} words or phrases, each on its own line, of {SHORTEST} letters or "
            "more."
        )
    if not SHORTEST_WHY <= len(why) <= LONGEST_WHY:
        raise ValidationError(
            f"Write in {SHORTEST_WHY} to {LONGEST_WHY} letters why the words have to go."
        )
    if pattern_of(words).search(why):
        raise ValidationError("Do not repeat the words where you say why: that is kept.")


@transaction.atomic
def ask(*, kind: str, object_id: int, words: str, why: str, by: Any) -> Purge:
    """Nothing is changed before a second person has looked. Raises ValidationError."""
    why = " ".join(why.split())
    check_askable(words, why)
    purge = Purge(kind=kind, object_id=object_id, words=words, why=why, asked_by=by)
    check_found(kind, object_id, words)
    purge.save()
    _record(purge, f"Words to be taken out of the history, because: {why}", by)
    return purge


def check_found(kind: str, object_id: int, words: str) -> None:
    if not places(Purge(kind=kind, object_id=object_id, words=words)):
        raise ValidationError("These words do not stand in its history. Check their spelling.")


def places(purge: Purge) -> int:
    """In how many places of the history the words stand now."""
    pattern = pattern_of(purge.words or "")
    found = ((entry.event, entry.content) for entry in _entries(purge))
    noted = ((entry.object_repr, entry.change_message) for entry in _log(purge))
    return sum(without(said, pattern)[1] for said in [*found, *noted])


def check_can_be_carried_out(purge: Purge, by: Any) -> None:
    if purge.state != Purge.State.OPEN:
        raise ValidationError("This was carried out or dropped already.")
    if purge.asked_by_id == by.pk:
        raise ValidationError("You asked for it: a second person has to carry it out.")
    item = purge.item
    today = [content.snapshot(item), content.snapshot_apart(item)] if item else []
    if without(today, pattern_of(purge.words or ""))[1]:
        raise ValidationError(
            "The words still stand in the page or in a document’s title as it is today: take them "
            "out there first."
        )


@transaction.atomic
def carry_out(*, purge: Purge, by: Any) -> Purge:
    """Replaces the words in all versions, proposals and events of the item, and in the admin's
    own notes. Raises ValidationError."""
    purge = Purge.objects.select_for_update().get(pk=purge.pk)
    check_can_be_carried_out(purge, by)
    pattern = pattern_of(purge.words or "")
    _moved(purge, Purge.State.RUNNING, ended_by=by, ended_at=timezone.now())
    purge.replaced = _clear_history(_entries(purge), pattern) + _clear_log(_log(purge), pattern)
    _moved(purge, Purge.State.DONE, words=None)
    _record(purge, f"Words taken out of the history in {purge.replaced} places: {purge.why}", by)
    return purge


@transaction.atomic
def drop(*, purge: Purge, by: Any) -> Purge:
    """Either of them may; the words go at once."""
    purge = Purge.objects.select_for_update().get(pk=purge.pk)
    if purge.state != Purge.State.OPEN:
        raise ValidationError("This was carried out or dropped already.")
    _moved(purge, Purge.State.DROPPED, words=None, ended_by=by, ended_at=timezone.now())
    _record(purge, "Words stay in the history: the purge was dropped", by)
    return purge


def _moved(purge: Purge, state: str, **fields: Any) -> None:
    purge.state = state
    for name, value in fields.items():
        setattr(purge, name, value)
    purge.save()


def _record(purge: Purge, event: str, by: Any) -> None:
    HistoryEntry.objects.create(kind=purge.kind, object_id=purge.object_id, event=event, by=by)


def _entries(purge: Purge) -> Iterable[HistoryEntry]:
    found = HistoryEntry.objects.filter(kind=purge.kind, object_id=purge.object_id)
    return found.iterator(chunk_size=100)


def _log(purge: Purge) -> Iterable[LogEntry]:
    """What Django's admin notes besides: the title of the day, and what was changed."""
    kind = ContentType.objects.get_for_model(apps.get_model(purge.kind))
    return LogEntry.objects.filter(content_type=kind, object_id=str(purge.object_id))


def _clear_history(entries: Iterable[HistoryEntry], pattern: re.Pattern[str]) -> int:
    replaced = 0
    for entry in entries:
        (event, kept), count = without([entry.event, entry.content], pattern)
        if count:
            digest = history.digest_of(kept) if kept is not None else ""
            changed = {"event": event[:500], "content": kept, "digest": digest}
            HistoryEntry.objects.filter(pk=entry.pk).update(**changed)
            replaced += count
    return replaced


def _clear_log(entries: Iterable[LogEntry], pattern: re.Pattern[str]) -> int:
    replaced = 0
    for entry in entries:
        (title, message), count = without([entry.object_repr, entry.change_message], pattern)
        if count:
            changed = {"object_repr": title[:200], "change_message": message}
            LogEntry.objects.filter(pk=entry.pk).update(**changed)
            replaced += count
    return replaced
