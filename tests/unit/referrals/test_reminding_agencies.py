"""When agencies are reminded: two working days before, on the day, and on the next."""

import pytest

from referrals.models import AuditEvent, Summary, Verb
from referrals.summaries.reminding import remind
from tests.factories.agreement import at_work
from tests.factories.summaries import HEALTH, asked, mails_to

pytestmark = pytest.mark.django_db


def due(day: str) -> None:
    asked()
    Summary.objects.update(due_on=day, asked_at=at_work("2025-03-03"))


def reminders() -> int:
    return AuditEvent.objects.filter(verb=Verb.SUMMARY_REMINDED).count()


def test_three_reminders_and_no_more():
    due("2025-03-14")  # a Friday
    for day, count in (
        ("2025-03-11", 0),
        ("2025-03-12", 1),
        ("2025-03-13", 1),
        ("2025-03-14", 2),
        ("2025-03-15", 2),
        ("2025-03-17", 3),
        ("2025-03-18", 3),
    ):
        remind(at_work(day))
        assert reminders() == count, day
    assert mails_to(HEALTH.email)[0].subject.startswith("Reminder")


def test_late_reminder_gives_way_to_the_next():
    due("2025-03-14")
    remind(at_work("2025-03-17"))
    assert reminders() == 1


@pytest.mark.parametrize(("day", "hour"), [("2025-03-12", 3), ("2025-03-03", 10)])
def test_nobody_is_reminded_at_night_or_on_the_day_of_asking(day, hour):
    due("2025-03-05")
    remind(at_work(day, hour))
    assert reminders() == 0
