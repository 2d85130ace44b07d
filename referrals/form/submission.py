"""Sending a referral: complete, once, and with its receipt in the same transaction."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.agreement import asking
from referrals.clock.events import happened
from referrals.description.choices import YES
from referrals.description.completeness import Gap, gaps
from referrals.description.conditions import Answers
from referrals.description.places import applying, stop
from referrals.description.reading import agency, learning_from
from referrals.description.same_child import write_marks
from referrals.form.mails import queue_notice, queue_receipt
from referrals.models import (
    Actor,
    ClockEvent,
    Referral,
    Status,
    author_of,
    entry_of,
    open_case,
    record,
)
from referrals.models.status import check_move


class NotComplete(Exception):
    """Something is still missing. Carries the gaps, each with a sentence for the person."""

    def __init__(self, found: list[Gap]) -> None:
        super().__init__("Some answers are still missing.")
        self.gaps = found


def check_complete(answers: Answers, unfinished: Answers) -> None:
    found = gaps(answers, unfinished)
    if found or stop(answers):
        raise NotComplete(found)


@transaction.atomic
def submit(*, referral_id: UUID, declared: bool = True) -> Referral:
    """Receive a declared referral. Sending it again gives back the one that was received.

    `declared`: staff who enter what came on paper say whether its referrer declared it.
    """
    referral = Referral.objects.select_for_update().get(pk=referral_id)
    if not referral.is_draft:
        return referral
    event = check_move(referral.status, Status.RECEIVED)
    check_complete(referral.answers, referral.unfinished)
    by = author_of(referral)
    receive(referral, by, declared)
    open_case(
        referral_id=referral.pk,
        agency_named=agency(referral.answers),
        learning_from=learning_from(referral.answers),
    )
    happened(referral, ClockEvent.RECEIVED, on=timezone.localdate(referral.submitted_at))
    write_marks(referral_id=referral.pk)
    record(event, by=by, referral_id=referral.pk, reference=referral.reference)
    queue_receipt(referral)
    queue_notice(referral)
    asking.begin(referral_id=referral.pk, by=by)
    return referral


def receive(referral: Referral, by: Actor, declared: bool) -> None:
    """Keeps the path that was taken; what was typed on others is not the panel's to have."""
    said = {**referral.answers, "declaration": YES} if declared else referral.answers
    referral.answers = applying(said)
    referral.unfinished = {}
    referral.status = Status.RECEIVED
    referral.submitted_at = when_it_came(referral)
    referral.submitted_by = by.role
    referral.save()


def when_it_came(referral: Referral) -> datetime:
    """Now; of what came by phone or on paper the moment it reached the board. Clocks count from
    there, and the moment staff had written it down is kept beside it."""
    now, entry = timezone.now(), entry_of(referral)
    if entry is None:
        return now
    entry.finished_at = now
    entry.save(update_fields=("finished_at",))
    return entry.came_at
