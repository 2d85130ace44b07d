"""What the clock hears of agencies: when the first was asked, and when none is waited for."""

import pytest

from referrals.models import CaseEvent, ClockEvent, Referral
from referrals.summaries import asking, sample
from referrals.summaries.answering import say_nothing_is_known
from tests.factories.referrals import received
from tests.factories.summaries import HEALTH, SCHOOL, asked, coordinator

pytestmark = pytest.mark.django_db
ASKED, ANSWERED = ClockEvent.AGENCIES_ASKED, ClockEvent.AGENCIES_ANSWERED


def heard(referral: Referral) -> set[str]:
    events = CaseEvent.objects.filter(referral=referral, event__in=(ASKED, ANSWERED))
    return set(events.values_list("event", flat=True))


def test_clock_hears_of_the_first_request_and_of_the_last_answer():
    referral = received()
    health, school = asked(HEALTH, SCHOOL, referral=referral)
    assert heard(referral) == {ASKED}
    say_nothing_is_known(summary_id=health.pk)
    assert heard(referral) == {ASKED}
    say_nothing_is_known(summary_id=school.pk)
    assert heard(referral) == {ASKED, ANSWERED}


def test_one_more_agency_is_waited_for_again():
    referral, by = received(), coordinator()
    (health,) = asked(HEALTH, referral=referral, by=by)
    say_nothing_is_known(summary_id=health.pk)
    asked(SCHOOL, referral=referral, by=by)
    assert heard(referral) == {ASKED}


def test_request_taken_back_was_never_asked():
    referral, by = received(), coordinator()
    (health,) = asked(HEALTH, referral=referral, by=by)
    told = {"referral_id": referral.pk, "number": health.number, "by": by}
    asking.withdraw(**told, why="By mistake.")
    assert heard(referral) == set()
    asked(HEALTH, referral=referral, by=by)
    assert heard(referral) == {ASKED}


def test_sample_shows_an_agency_in_each_state():
    referral = received()
    sample.load_for(referral)
    states = [summary.state for summary in referral.summaries.all()]
    assert states == ["sent", "nil", "started", "asked"]
    assert [summary.is_overdue for summary in referral.summaries.all()][-1]
