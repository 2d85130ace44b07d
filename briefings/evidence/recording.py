"""Keeping what a team told, and an editor's word on it. Only what is accepted is counted."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from briefings.models import Briefing
from briefings.models.use import WIPED, BriefingUse, UseState
from tscb.board.models import User


def keep(*, briefing: Briefing, told: dict[str, Any]) -> None:
    """One meeting of a team is kept once, however often the form is sent."""
    use = BriefingUse(briefing=briefing, **told)
    BriefingUse.objects.bulk_create([use], ignore_conflicts=True)


def accept(*, use: BriefingUse, by: User) -> None:
    _decide(use, UseState.ACCEPTED, by)


def refuse(*, use: BriefingUse, by: User) -> None:
    """All that was typed is wiped: nobody reads on what should not have been written. The number
    keeps two that were refused apart."""
    other = WIPED if use.other_agency else ""
    team = f"{WIPED[:-1]} {use.pk}]"
    _decide(use, UseState.REFUSED, by, will_change="", team=team, other_agency=other)


@transaction.atomic
def _decide(use: BriefingUse, state: UseState, by: User, **fields: str) -> None:
    locked = BriefingUse.objects.select_for_update(of=("self",)).get(pk=use.pk)
    check_undecided(locked, state)
    row = BriefingUse.objects.filter(pk=use.pk)
    row.update(state=state, decided_by=by, decided_at=timezone.now(), **fields)


def check_undecided(use: BriefingUse, state: UseState) -> None:
    """An accepted one may still be refused. Raises ValidationError."""
    if use.state == state:
        raise ValidationError(f"It was {use.get_state_display().lower()} already.")
    if use.state == UseState.REFUSED:
        raise ValidationError("It was refused, and its words are gone.")
