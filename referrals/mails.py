"""Mails about one referral, to the panel's mailbox or to its referrer: reference, time and a link,
never a name or the case. Every room that writes to either does it through here.
"""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.models import Referral
from tscb.board.models import BoardSettings, User
from tscb.common.mail import queue


def tell_the_panel(referral: Referral, subject: str, template: str, **told: object) -> None:
    """If it has a mailbox, and not of a draft: something has come, to be read behind sign-in."""
    mailbox = BoardSettings.current().panel_email
    if mailbox and not referral.is_draft:
        link = reverse("panel:referral", args=[referral.pk])
        _queue(mailbox, referral, subject, template, link, told)


def tell_the_referrer(
    referral: Referral, subject: str, template: str, page: str = "refer:status", **told: object
) -> None:
    """Nobody is told where no address is known: who phoned or wrote may have left none."""
    for address in referral.mail_addresses()[:1]:
        _queue(address, referral, subject, template, reverse(page), told)


def tell_people(
    people: Iterable[User], referral: Referral, subject: str, template: str, page: str
) -> None:
    """Members of staff, each by a mail of their own, with a link to a page of the case."""
    for person in people:
        _queue(person.email, referral, subject, template, reverse(page, args=[referral.pk]), {})


def write_to(address: str, referral: Referral, subject: str, template: str) -> None:
    """Somebody who has no page here."""
    _queue(address, referral, subject, template, "/", {})


def _queue(
    to: str, referral: Referral, subject: str, template: str, path: str, told: dict[str, object]
) -> None:
    context = {"referral": referral, "link": settings.SITE_ADDRESS + path, **told}
    body = render_to_string(f"emails/{template}.txt", context)
    queue(to=to, subject=f"{subject}: {referral.reference}", body=body)
