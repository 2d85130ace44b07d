"""Mails about a meeting: to its members with its time and how many cases there are, to referrers
with their reference. Neither tells anything of a case; how to join stands behind the sign-in.
"""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.mails import tell_the_referrer
from referrals.models import Meeting, Referral
from tscb.board.models import User
from tscb.common.mail import queue


def queue_put_before_panel(referral: Referral) -> None:
    tell_the_referrer(referral, "Referral goes before the panel", "referral_with_panel")


def queue_day_changed(referral: Referral) -> None:
    tell_the_referrer(referral, "The panel meets on another day", "referral_meeting_moved")


def invite(people: Iterable[User], meeting: Meeting) -> None:
    _tell(people, meeting, "Meeting of the panel", "meeting_invitation")


def tell_changed(people: Iterable[User], meeting: Meeting) -> None:
    _tell(people, meeting, "Meeting of the panel changed", "meeting_changed")


def tell_cancelled(people: Iterable[User], meeting: Meeting) -> None:
    _tell(people, meeting, "Meeting of the panel cancelled", "meeting_cancelled")


def _tell(people: Iterable[User], meeting: Meeting, subject: str, template: str) -> None:
    context = {
        "meeting": meeting,
        "cases": meeting.items.of_cases().count(),
        "link": settings.SITE_ADDRESS + reverse("panel:meetings:one", args=[meeting.pk]),
    }
    body = render_to_string(f"emails/{template}.txt", context)
    for person in people:
        queue(to=person.email, subject=f"{subject}: {meeting.day:%-d %B %Y}", body=body)
