"""Who is told of a decision: who there is to choose from, until when, and that it was done."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.clock.events import happened, undone
from referrals.deciding.known_to_tell import NATIONAL_PANEL
from referrals.models import (
    ChairDecision,
    ClockEvent,
    Referral,
    Telling,
    ToTell,
    Verb,
    decision_of,
    record,
    staff,
)
from tscb.board.calendar import is_working_day
from tscb.board.models import User


def begin(decision: ChairDecision, keys: Iterable[str]) -> None:
    """A line for each that the chair ticked, with its day."""
    for one in ToTell.objects.filter(key__in=list(keys)):
        due = one.days and due_after(decision.decided_on, one.days, one.in_working_days)
        Telling.objects.get_or_create(
            decision=decision, to_tell=one, defaults={"due_on": due or None}
        )


@transaction.atomic
def keep_line(*, row: ToTell, by: User, **told: Any) -> ToTell:
    """A new or changed line of the list. Decisions that were made keep their days."""
    check_act(Act.EDIT_LETTERS, by=by)
    for name, value in told.items():
        setattr(row, name, value)
    row.key = row.key or free_key(row.name)
    row.save()
    return row


def free_key(name: str) -> str:
    start = slugify(name)[:40] or "somebody"
    taken = set(ToTell.objects.filter(key__startswith=start).values_list("key", flat=True))
    return next(key for n in count(1) if (key := f"{start}-{n}" if n > 1 else start) not in taken)


def due_after(start: date | None, days: int, in_working_days: bool) -> date | None:
    if start is None or not in_working_days:
        return start and start + timedelta(days=days)
    day, left = start, days
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


@transaction.atomic
def note(*, referral_id: UUID, days: Mapping[int, date | None], by: User) -> None:
    """Keeps on which day each was told; by the number of its line. An emptied day is taken away."""
    check_act(Act.NOTE_TOLD, by=by)
    referral = locked(referral_id, by)
    check_act(Act.NOTE_TOLD, by=by, referral=referral)
    decision = decision_of(referral)
    for line in Telling.objects.filter(decision=decision, pk__in=list(days)):
        day = days[line.pk]
        if day != line.told_on:
            check_told_on(line, day)
            line.told_on, line.told_by = day, by
            line.save()
            keep_the_clock(referral, line)
            about = line.to_tell.key[:40]
            record(
                Verb.TOLD,
                by=staff(by),
                referral_id=referral.pk,
                reference=referral.reference,
                about=about,
            )


def keep_the_clock(referral: Referral, line: Telling) -> None:
    """The national panel is whom the rules of the clock ask about."""
    if line.to_tell.key != NATIONAL_PANEL:
        return
    if line.told_on:
        happened(referral, ClockEvent.DECISION_TOLD, on=line.told_on)
    else:
        undone(referral, ClockEvent.DECISION_TOLD)


def check_told_on(line: Telling, day: date | None) -> None:
    decided_on = line.decision.decided_on
    if day and (day > timezone.localdate() or (decided_on and day < decided_on)):
        raise ValidationError(
            {f"told_{line.pk}": "The day must lie between the decision and today"}
        )
