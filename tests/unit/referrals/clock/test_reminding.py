"""Reminders of deadlines: to whom, once each, one mail a day, none lost and none twice."""

from datetime import date

import pytest

from referrals.clock.reminding import remind
from referrals.models import Case, Deadline, DeadlineNotice, Occasion, Referral, Status
from tests.factories import make_person
from tests.factories.agreement import at_work
from tests.factories.clock import make_rule, the_deadline, ticking
from tscb.board.models import Closure, User
from tscb.board.roles import Role
from tscb.common.models import OutgoingMail

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)  # five working days end on Monday 30 November


@pytest.fixture
def coordinator() -> User:
    return make_person(Role.COORDINATOR)


@pytest.fixture
def chair() -> User:
    return make_person(Role.INDEPENDENT_CHAIR)


def mails() -> list[OutgoingMail]:
    return list(OutgoingMail.objects.order_by("pk"))


def reminded(*days: str, hour: int = 10) -> list[OutgoingMail]:
    """All mails of deadlines, after the worker has come by on these days."""
    for day in days:
        remind(at_work(day, hour))
    return [mail for mail in mails() if mail.subject.startswith("Deadlines")]


def test_told_once_before_and_once_after(coordinator, chair):
    make_rule()
    referral = ticking(MONDAY)
    assert not reminded("2026-11-25")
    (ahead,) = reminded("2026-11-26", "2026-11-26", "2026-11-27", "2026-11-30")
    assert (ahead.to, ahead.subject) == (coordinator.email, "Deadlines: 1 due soon")
    assert referral.reference in ahead.body
    assert "due in 2 working days (Monday 30 November)" in ahead.body
    assert f"/panel/referrals/{referral.pk}/deadlines/" in ahead.body
    after = reminded("2026-12-01", "2026-12-01", "2026-12-02")[1:]
    assert {mail.to for mail in after} == {coordinator.email, chair.email}
    assert {mail.subject for mail in after} == {"Deadlines: 1 overdue"}


@pytest.mark.parametrize(("day", "hour"), [("2026-11-28", 10), ("2026-11-27", 8)])
def test_nobody_is_called_to_work_when_nobody_works(coordinator, day, hour):
    make_rule()
    ticking(MONDAY)
    assert not reminded(day, hour=hour)


def test_nobody_is_called_on_a_day_the_board_is_closed(coordinator):
    Closure.objects.create(date=date(2026, 11, 27), reason="Moving")
    make_rule()
    ticking(MONDAY)
    assert not reminded("2026-11-27")


def test_several_are_one_mail_and_so_is_what_fell_due_while_the_site_was_down(coordinator):
    make_rule()
    make_rule(key="T2", length=1)
    ticking(MONDAY)
    ticking(date(2026, 11, 20))
    (mail,) = reminded("2026-12-07", "2026-12-08", "2026-12-09")
    assert mail.subject == "Deadlines: 4 overdue"
    assert set(DeadlineNotice.objects.values_list("occasion", flat=True)) == {Occasion.OVERDUE}


def test_what_comes_up_after_the_mail_of_the_day_waits_for_the_next(coordinator):
    make_rule()
    ticking(MONDAY)
    assert len(reminded("2026-11-27")) == 1
    ticking(MONDAY)
    assert len(reminded("2026-11-27")) == 1
    assert len(reminded("2026-11-30")) == 2


def test_crash_before_the_end_sends_nothing_and_forgets_nothing(coordinator, monkeypatch):
    make_rule()
    ticking(MONDAY)
    with monkeypatch.context() as broken:
        broken.setattr("referrals.clock.reminding.queue_deadlines", lambda *told: 1 / 0)
        assert not reminded("2026-11-27")
        assert not DeadlineNotice.objects.exists()
    assert len(reminded("2026-11-27")) == 1


def test_moved_deadline_is_told_anew(coordinator):
    make_rule()
    ticking(MONDAY)
    reminded("2026-11-27")
    Deadline.objects.update(due_on=date(2026, 12, 11), moved_at=at_work("2026-11-27"))
    assert len(reminded("2026-12-01", "2026-12-09", "2026-12-10")) == 2


def test_only_who_may_see_the_case_and_has_the_role_is_told(coordinator):
    make_rule(overdue_roles=[])
    make_person(Role.PANEL_MEMBER)
    make_person(Role.COORDINATOR, is_active=False)
    referral = ticking(MONDAY)
    assert [mail.to for mail in reminded("2026-11-27", "2026-12-01")] == [coordinator.email]
    other = ticking(MONDAY)
    Case.objects.filter(referral=other).update(is_restricted=True)
    Referral.objects.filter(pk=referral.pk).update(status=Status.WITHDRAWN)
    DeadlineNotice.objects.all().delete()
    assert len(reminded("2026-11-27")) == 1


def test_met_sample_and_unwarned_deadlines_are_not_told(coordinator):
    make_rule(warn_days=None, overdue_roles=[])
    referral = ticking(MONDAY)
    assert not reminded("2026-11-27", "2026-12-01")
    Referral.objects.filter(pk=referral.pk).update(is_sample=True)
    make_rule(key="T2")
    assert the_deadline().rule.key == "T1"
    assert not reminded("2026-12-02")
