"""The mail about deadlines: references, what is due, when, a link for each. Nothing of a case."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.clock.phrases import Pace, Phrases
from referrals.models import Deadline
from tscb.board.models import User
from tscb.board.working_calendar import WorkingCalendar
from tscb.common.mail import queue


def queue_deadlines(
    user: User, deadlines: Iterable[Deadline], today: date, days: WorkingCalendar
) -> None:
    phrases = Phrases(today, days)
    lines = [(one, phrases.of(one), link_to(one)) for one in deadlines]
    overdue = sum(phrase.pace == Pace.OVERDUE for _, phrase, _ in lines)
    body = render_to_string("emails/deadlines.txt", {"lines": lines})
    queue(to=user.email, subject=subject(overdue, len(lines) - overdue), body=body)


def subject(overdue: int, due: int) -> str:
    counts = [f"{overdue} overdue" if overdue else "", f"{due} due soon" if due else ""]
    return f"Deadlines: {', '.join(filter(None, counts))}"


def link_to(deadline: Deadline) -> str:
    return settings.SITE_ADDRESS + reverse("panel:clock:case", args=[deadline.referral_id])
