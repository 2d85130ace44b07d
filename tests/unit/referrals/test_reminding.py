"""Reminders on working days 1 and 2, once each, whatever happens to the worker."""

import pytest
from django.db import DatabaseError
from django.utils import timezone

from referrals.agreement import reminding
from referrals.models import Agreement, AuditEvent, Referral, Status, Verb
from referrals.reminders import remind
from tests.factories.agreement import asked_on, at_work, the_agreement
from tscb.board.calendar import is_working_day
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
FRIDAY, SATURDAY, MONDAY, TUESDAY, WEDNESDAY = (
    "2026-01-16",
    "2026-01-17",
    "2026-01-19",
    "2026-01-20",
    "2026-01-21",
)


def at(day: str, hour: int = 10) -> int:
    """Lets the worker look at this moment; gives how many reminders there are by then."""
    reminding.remind(at_work(day, hour))
    return OutgoingMail.objects.filter(subject__startswith="Reminder").count()


def test_reminders_go_out_on_the_first_and_the_second_working_day():
    asked_on(FRIDAY)
    assert [at(day) for day in (FRIDAY, SATURDAY, MONDAY, TUESDAY, WEDNESDAY)] == [0, 0, 1, 2, 2]
    row = the_agreement()
    assert row.reminded_first_at == at_work(MONDAY)
    assert row.reminded_again_at == at_work(TUESDAY)


def test_reminder_goes_out_once_however_often_the_worker_looks():
    asked_on(FRIDAY)
    assert [at(MONDAY), at(MONDAY), at(MONDAY, 16)] == [1, 1, 1]
    assert AuditEvent.objects.filter(verb=Verb.AGREEMENT_REMINDED).count() == 1


def test_late_worker_sends_one_a_day_and_never_two():
    asked_on(FRIDAY)
    assert [at(WEDNESDAY), at(WEDNESDAY), at("2026-01-22"), at("2026-01-23")] == [1, 1, 2, 2]


def test_bank_holiday_is_no_working_day():
    asked_on("2026-04-02")  # Thursday before Easter
    assert [at("2026-04-03"), at("2026-04-06"), at("2026-04-07")] == [0, 0, 1]


def test_nobody_is_reminded_before_nine():
    asked_on(FRIDAY)
    assert [at(MONDAY, 8), at(MONDAY, 9)] == [0, 1]


@pytest.mark.parametrize("state", ["agreed", "declined", "replaced"])
def test_nobody_is_reminded_of_what_no_longer_waits(state):
    row = asked_on(FRIDAY)
    answered = None if state == "replaced" else row.asked_at
    Agreement.objects.update(state=state, answered_at=answered)
    assert at(MONDAY) == 0


@pytest.mark.parametrize("change", [{"status": Status.WITHDRAWN}, {"is_sample": True}])
def test_nobody_is_reminded_of_a_withdrawn_or_sample_referral(change):
    asked_on(FRIDAY)
    Referral.objects.update(**change)
    assert at(MONDAY) == 0


def failing(*args, **kwargs):
    raise DatabaseError


def test_crash_in_the_middle_leaves_neither_mail_nor_mark(monkeypatch):
    asked_on(FRIDAY)
    with monkeypatch.context() as broken:
        broken.setattr(reminding, "note", failing)
        with pytest.raises(DatabaseError):
            at(MONDAY)
    assert the_agreement().reminded_first_at is None
    assert at(MONDAY) == 1


def test_reminder_brings_a_link_of_its_own_and_the_first_goes_on_working():
    row = asked_on(FRIDAY)
    at(MONDAY)
    assert row.links.usable().count() == 2


def test_worker_finds_the_reminders():
    asked_on(FRIDAY)
    remind()
    reminded = OutgoingMail.objects.filter(subject__startswith="Reminder").count()
    now = timezone.localtime()
    assert reminded == int(is_working_day(now.date()) and now.hour >= reminding.FROM_HOUR)


def test_row_that_changed_since_it_was_listed_is_left_alone():
    row = asked_on(FRIDAY)
    Agreement.objects.update(state="replaced")
    reminding.remind_of(agreement_id=row.pk, now=at_work(MONDAY))
    assert not OutgoingMail.objects.filter(subject__startswith="Reminder").exists()
