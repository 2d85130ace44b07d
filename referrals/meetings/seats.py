"""Giving seats on the panel, ending them, and the rule for the quorum."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.models import QuorumRule, Seat, Verb, record, staff
from referrals.models.panel_seats import Part
from referrals.models.status import WrongState
from tscb.board.models import Agency, User

SEATED_ALREADY = "This person sits on the panel already. End that seat first."
ENDS_TOO_EARLY = "A seat ends on the day it began or later."


@transaction.atomic
def give_seat(*, user: User, agency: Agency, part: Part, since: date, by: User) -> Seat:
    check_act(Act.KEEP_MEETINGS, by=by)
    if Seat.objects.of(user.pk).filter(until=None).exists():
        raise WrongState(SEATED_ALREADY)
    seat = Seat.objects.create(user=user, agency=agency, part=part, since=since)
    record(Verb.SEAT_CHANGED, by=staff(by), about=f"seat {seat.pk}")
    return seat


@transaction.atomic
def end_seat(*, seat_id: int, until: date, by: User) -> Seat:
    check_act(Act.KEEP_MEETINGS, by=by)
    seat = Seat.objects.select_for_update().get(pk=seat_id)
    if until < seat.since:
        raise WrongState(ENDS_TOO_EARLY)
    seat.until = until
    seat.save(update_fields=("until",))
    record(Verb.SEAT_CHANGED, by=staff(by), about=f"seat {seat.pk}")
    return seat


@dataclass(frozen=True)
class Needed:
    """How many and who have to be there."""

    least: int
    needs_chair: bool
    agencies: Collection[Agency]


@transaction.atomic
def set_quorum(*, needed: Needed, by: User) -> QuorumRule:
    """From today on; meetings before today keep the rule that they had."""
    check_act(Act.KEEP_MEETINGS, by=by)
    given = {"least": needed.least, "needs_chair": needed.needs_chair, "set_by": by}
    rule, _ = QuorumRule.objects.update_or_create(since=timezone.localdate(), defaults=given)
    rule.agencies.set(needed.agencies)
    record(Verb.QUORUM_SET, by=staff(by), about=f"rule since {rule.since}")
    return rule
