"""A case's deadlines follow from what happened in it, by the rules of the day it was received."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from referrals.clock.catching_up import catch_up
from referrals.clock.events import happened, undone
from referrals.facts import set_up
from referrals.models import (
    CaseEvent,
    ClockEvent,
    ClockRule,
    Deadline,
    PanelDates,
    Referral,
    Status,
    with_next_due,
)
from tests.factories import make_person
from tests.factories.clock import make_rule, the_deadline, ticking
from tests.factories.referrals import received, sent
from tscb.board.models import BankHolidayChange
from tscb.board.roles import Role

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)
NEXT_MONDAY = date(2026, 11, 30)


def test_known_rules_are_set_up_once_and_stay_as_staff_left_them():
    set_up()
    ClockRule.objects.filter(key="K2").update(is_active=False)
    set_up()
    active = list(ClockRule.objects.in_force().values_list("key", flat=True))
    assert active == ["K1", "K3", "K4", "K5", "K6"]
    assert ClockRule.objects.count() == 20


def test_received_referral_has_its_deadlines_at_once():
    set_up()
    referral = sent(Client())
    keys = [one.rule.key for one in referral.deadlines.select_related("rule")]
    assert sorted(keys) == ["K1", "K2", "K3", "K4", "K5", "K6"]
    running = referral.deadlines.running().get()
    assert running.rule.key == "K2"
    assert running.starts_on == timezone.localdate()


def test_clock_starts_and_stops_with_its_events_and_takes_them_back():
    make_rule()
    referral = ticking(MONDAY)
    assert the_deadline().due_on == NEXT_MONDAY
    happened(referral, ClockEvent.DECIDED, on=date(2026, 11, 27))
    assert the_deadline().met_on == date(2026, 11, 27)
    undone(referral, ClockEvent.DECIDED)
    assert the_deadline().met_on is None
    happened(referral, ClockEvent.RECEIVED, on=date(2026, 11, 24))
    assert the_deadline().due_on == date(2026, 12, 1)
    undone(referral, ClockEvent.RECEIVED)
    assert the_deadline().due_on is None


def test_what_was_moved_stays_while_the_clock_runs():
    make_rule()
    referral, moved = ticking(MONDAY), date(2026, 12, 18)
    Deadline.objects.update(due_on=moved, moved_at=timezone.now())
    happened(referral, ClockEvent.AWARE, on=MONDAY)
    assert (the_deadline().due_on, the_deadline().counted_on) == (moved, NEXT_MONDAY)
    undone(referral, ClockEvent.RECEIVED)
    assert not the_deadline().is_moved


def test_case_keeps_the_rules_of_the_day_it_was_received():
    old = make_rule()
    referral = ticking(MONDAY)
    ClockRule.objects.update(is_current=False)
    make_rule(version=2, length=9)
    happened(referral, ClockEvent.RECEIVED, on=MONDAY)
    assert the_deadline().rule == old
    assert ticking(MONDAY).deadlines.get().due_on == date(2026, 12, 4)


def test_version_of_a_rule_never_changes():
    rule = make_rule()
    ClockRule.objects.filter(pk=rule.pk).update(is_active=False, is_current=False)
    with pytest.raises(DatabaseError), transaction.atomic():
        ClockRule.objects.filter(pk=rule.pk).update(length=6)


def test_rule_without_an_end_is_never_open():
    make_rule(ends_with="", length=12, unit="calendar_months")
    ticking(MONDAY)
    assert the_deadline().due_on == date(2027, 11, 23)
    assert not Deadline.objects.open()


def test_midnight_is_londons():
    """Half past eleven in the evening in the world's time is the next day in a British summer."""
    make_rule()
    referral = received()
    CaseEvent.objects.all().delete()
    Deadline.objects.all().delete()
    late = datetime(2026, 6, 29, 23, 30, tzinfo=UTC)
    Referral.objects.filter(pk=referral.pk).update(submitted_at=late)
    catch_up()
    assert the_deadline().starts_on == date(2026, 6, 30)


def test_worker_starts_the_clock_of_what_was_received_before_there_were_clocks():
    referral = received(days_ago=3)
    day = timezone.localdate(referral.submitted_at)
    PanelDates.objects.create(referral=referral, meeting_on=day, decided_on=day)
    CaseEvent.objects.all().delete()
    catch_up()
    assert not CaseEvent.objects.exists()
    make_rule()
    catch_up()
    assert (the_deadline().starts_on, the_deadline().met_on) == (day, day)
    before = list(CaseEvent.objects.values())
    catch_up()
    assert list(CaseEvent.objects.values()) == before


def test_new_bank_holiday_moves_running_deadlines_alone():
    make_rule()
    met = ticking(MONDAY)
    happened(met, ClockEvent.DECIDED, on=MONDAY)
    running = ticking(MONDAY)
    BankHolidayChange.objects.create(date=date(2026, 11, 25), name="A coronation")
    catch_up()
    assert running.deadlines.get().due_on == date(2026, 12, 1)
    assert met.deadlines.get().due_on == NEXT_MONDAY


def test_next_due_day_is_found_in_the_database(django_assert_num_queries):
    make_rule()
    make_rule(key="T2", length=2)
    member = make_person(Role.PANEL_MEMBER)
    first, second, stopped = ticking(MONDAY), ticking(date(2026, 11, 20)), ticking(MONDAY)
    Referral.objects.filter(pk=stopped.pk).update(status=Status.WITHDRAWN)
    visible = Referral.objects.visible_to(member)
    with django_assert_num_queries(1):
        rows = with_next_due(visible).order_by("next_due_on").values_list("pk", "next_due_on")
        assert list(rows) == [
            (second.pk, date(2026, 11, 24)),
            (first.pk, date(2026, 11, 25)),
            (stopped.pk, None),
        ]
    open_ones = Deadline.objects.open_for(visible)
    assert [one.due_on.day for one in open_ones] == [24, 25, 27, 30]
    assert open_ones.overdue(date(2026, 11, 25)).count() == 1
    assert not Deadline.objects.open_for(Referral.objects.none())
