"""The few mails about subscribing itself. They hold a link, and nothing of what was chosen."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from tscb.bulletin.models import Subscriber
from tscb.common.mail import queue


@dataclass(frozen=True)
class Notice:
    """`says` what it is about; `do` stands above the link."""

    subject: str
    says: str
    do: str


CONFIRM = Notice(
    "Confirm that you want to hear from us",
    "Somebody, we hope you, asked us to write to this address when there is something new to learn "
    "from. If it was not you, do nothing: we delete the address after a week.",
    "Confirm it here:",
)
KNOWN = Notice(
    "What you get from us",
    "You asked for a link, or asked again for what you get already. Nothing has changed.",
    "See, change or end what you get:",
)
STOPPED = Notice(
    "What you get from us",
    "Our letters to this address came back, so we stopped them.",
    "Let them begin again, or delete your address:",
)
ADDRESS = Notice(
    "Confirm your new address",
    "Somebody, we hope you, wants to get our letters at this address from now on. If it was not "
    "you, do nothing.",
    "Confirm it here, within a week:",
)


def send_key(subscriber: Subscriber) -> None:
    """The link to one's own choices, with the words for how things stand."""
    notice = KNOWN if subscriber.is_reachable else CONFIRM
    if subscriber.stopped_at:
        notice = STOPPED
    _send(subscriber.email, notice, reverse("bulletin:mine", args=[subscriber.key]))


def send_address_link(email: str, token: str) -> None:
    _send(email, ADDRESS, reverse("bulletin:new_address", args=[token]))


def _send(email: str, notice: Notice, path: str) -> None:
    told = {"notice": notice, "link": settings.SITE_ADDRESS + path}
    body = render_to_string("emails/bulletin_notice.txt", told)
    queue(to=email, subject=notice.subject, body=body)
