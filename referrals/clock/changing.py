"""What a coordinator does to the clock of one case: enters a day it counts from, moves a deadline.

Each holds the referral, and is recorded with its person; the words of a reason stand with the
deadline alone, encrypted.
"""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.clock.events import happened, undone
from referrals.models import ClockEvent, Deadline, Referral, Verb, record, staff
from referrals.models.status import WrongState
from tscb.board.models import User

# What no page of the site notices by itself.
ENTERED_BY_HAND = (
    ClockEvent.INCIDENT,
    ClockEvent.AWARE,
    ClockEvent.NOTIFIED,
    ClockEvent.REPORT_SENT,
    ClockEvent.PANEL_REPLIED,
)


@transaction.atomic
def enter_day(*, referral_id: UUID, event: ClockEvent, day: date, by: User) -> None:
    referral = held(Act.ENTER_DAY, referral_id, by)
    check_day(event, day)
    if referral.case_events.filter(event=event, on=day).exists():
        return
    happened(referral, event, on=day)
    note(Verb.CLOCK_DAY_ENTERED, referral, by, event)


@transaction.atomic
def take_day_away(*, referral_id: UUID, event: ClockEvent, by: User) -> None:
    """It was entered by mistake."""
    referral = held(Act.ENTER_DAY, referral_id, by)
    if event not in ENTERED_BY_HAND:
        raise WrongState("This day comes from what was done on the site, and changes with it.")
    if referral.case_events.filter(event=event).exists():
        undone(referral, event)
        note(Verb.CLOCK_DAY_ENTERED, referral, by, f"{event} taken away")


@transaction.atomic
def move_deadline(*, referral_id: UUID, deadline_id: int, day: date, reason: str, by: User) -> None:
    """To a day that holds whatever the rule says; the day of the rule stays beside it."""
    referral = held(Act.MOVE_DEADLINE, referral_id, by)
    deadline = running(referral, deadline_id)
    if deadline.starts_on and day < deadline.starts_on and deadline.rule.length > 0:
        raise ValidationError({"day": "The new day must not be before the day the clock began"})
    deadline.due_on, deadline.moved_reason = day, reason
    deadline.moved_at, deadline.moved_by = timezone.now(), by
    deadline.save(update_fields=("due_on", "moved_reason", "moved_at", "moved_by"))
    note(Verb.DEADLINE_MOVED, referral, by, str(deadline.rule))


@transaction.atomic
def put_deadline_back(*, referral_id: UUID, deadline_id: int, by: User) -> None:
    """To the day that its rule gives."""
    referral = held(Act.MOVE_DEADLINE, referral_id, by)
    deadline = running(referral, deadline_id)
    if not deadline.is_moved:
        return
    deadline.due_on, deadline.moved_reason = deadline.counted_on, ""
    deadline.moved_at = deadline.moved_by = None
    deadline.save(update_fields=("due_on", "moved_reason", "moved_at", "moved_by"))
    note(Verb.DEADLINE_MOVED, referral, by, f"{deadline.rule} put back")


def held(act: Act, referral_id: UUID, by: User) -> Referral:
    referral = locked(referral_id, by)
    check_act(act, by=by, referral=referral)
    return referral


def running(referral: Referral, deadline_id: int) -> Deadline:
    """Raises Deadline.DoesNotExist for one of another case."""
    deadline = referral.deadlines.select_related("rule").get(pk=deadline_id)
    if deadline.due_on is None or deadline.met_on or deadline.lasts:
        raise WrongState("Only a deadline that runs can be moved.")
    return deadline


def check_day(event: ClockEvent, day: date) -> None:
    if event not in ENTERED_BY_HAND:
        raise WrongState("This day comes from what was done on the site, and changes with it.")
    if day > timezone.localdate():
        raise ValidationError({"day": "The day must be today or earlier"})


def note(verb: Verb, referral: Referral, by: User, about: str) -> None:
    record(verb, by=staff(by), referral_id=referral.pk, reference=referral.reference, about=about)
