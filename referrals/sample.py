"""Fictional referrals, marked as sample, made from the description itself: three that are new, and
three that the panel has dealt with."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from referrals import sample_decided as decided
from referrals.agreement.sample import load_for
from referrals.clock import sample as clocks
from referrals.clock.events import happened
from referrals.description.example import complete_answers
from referrals.description.guidance import mark_of_today
from referrals.description.reading import agency, learning_from
from referrals.description.same_child import write_marks
from referrals.files import sample as files
from referrals.files.keeping import forget_files
from referrals.meetings import sample as meetings
from referrals.models import REFERRER, ClockEvent, Referral, Status, open_case
from referrals.panel import sample as panel
from referrals.sample_cases import CASES
from referrals.summaries import sample as summaries
from tscb.common.encryption import destroy_on_commit

DAYS_BETWEEN = 5
FURTHER = 20  # days since those came that the panel has dealt with
WITH_AGENCIES = 1  # the number of the case of which agencies were asked


@transaction.atomic
def load() -> None:
    """Adds the sample referrals unless they are there."""
    if Referral.objects.filter(is_sample=True).exists():
        return
    cases = []
    for number, told in enumerate(CASES):
        referral = received(complete_answers(**told), days_ago=1 + number * DAYS_BETWEEN)
        load_for(referral, number)
        clocks.load_for(referral, number)
        files.load_for(referral)
        if number == WITH_AGENCIES:
            summaries.load_for(referral)
        cases.append(referral)
    if people := decided.people():
        for number, told in enumerate(CASES):
            referral = received(complete_answers(**told), days_ago=FURTHER + number * DAYS_BETWEEN)
            decided.load_for(referral, number, *people)
            panel.load_for(referral, number, people[0])
    meetings.load(cases[1:])


def received(answers: dict[str, Any], days_ago: int) -> Referral:
    referral = Referral.objects.create(
        status=Status.RECEIVED,
        reference=Referral.objects.unused_reference(),
        answers={**answers, **mark_of_today()},
        submitted_at=timezone.now() - timedelta(days=days_ago),
        submitted_by=REFERRER.role,
        is_sample=True,
    )
    open_case(
        referral_id=referral.pk,
        agency_named=agency(answers),
        learning_from=learning_from(referral.answers),
    )
    happened(referral, ClockEvent.RECEIVED, on=timezone.localdate(referral.submitted_at))
    write_marks(referral_id=referral.pk)
    referral.refresh_from_db()
    return referral


@transaction.atomic
def remove() -> None:
    decided.remove()
    for referral in Referral.objects.filter(is_sample=True):
        forget_files(referral)
        destroy_on_commit(referral.pk)
        referral.delete()
    meetings.remove()
