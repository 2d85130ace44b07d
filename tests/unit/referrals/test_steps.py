"""What a referrer is told of how far the referral has come."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.form.steps import steps
from referrals.models import REFERRER, PanelDates, Status, Withdrawal
from tests.factories.referrals import received

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def told(referral) -> list[tuple[str, bool]]:
    return [(step.name, step.is_done) for step in steps(referral)]


def test_received_waits_for_the_panel():
    referral = received()
    assert told(referral) == [
        ("Received", True),
        ("Your manager’s agreement", False),
        ("With the panel", False),
        ("Decided", False),
    ]
    assert next(steps(referral)).at == referral.submitted_at


@pytest.mark.parametrize(
    ("days", "lead"), [(0, "The meeting is on"), (3, "The meeting is on"), (-1, "The meeting was")]
)
def test_meeting_is_told_as_to_come_until_its_day_is_over(days, lead):
    referral, day = received(days_ago=9), timezone.localdate() + days * DAY
    PanelDates.objects.create(referral=referral, meeting_on=day)
    *_, meeting, decision = steps(referral)
    assert (meeting.is_done, meeting.on) == (True, day)
    assert meeting.lead.startswith(lead)
    assert not decision.is_done


def test_decision_is_told_by_its_day_alone():
    referral, day = received(days_ago=9), timezone.localdate()
    PanelDates.objects.create(referral=referral, meeting_on=day - DAY, decided_on=day)
    *_, decision = steps(referral)
    assert (decision.is_done, decision.on) == (True, day)


def withdrawn(status):
    referral = received()
    Withdrawal.objects.create(referral=referral, reason="Why", withdrawn_by=REFERRER.role)
    referral.status = status
    return referral


def test_withdrawn_waits_for_nothing():
    assert told(withdrawn(Status.WITHDRAWN)) == [("Received", True), ("Withdrawn by you", True)]


def test_withdrawn_and_taken_up_all_the_same_tells_both():
    referral = withdrawn(Status.WITH_PANEL)
    PanelDates.objects.create(referral=referral, meeting_on=timezone.localdate())
    assert told(referral)[1:] == [
        ("Withdrawn by you", True),
        ("Your manager’s agreement", False),
        ("With the panel", True),
        ("Decided", False),
    ]
