"""The mails about a way back: reference, time and a link, never a name or the case."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.models import Referral
from tscb.common.mail import queue


def queue_link(referral: Referral, to: str, token: str, until: datetime) -> None:
    """The link opens the referral for whoever reads this mail, once."""
    told = {
        "referral": referral,
        "link": settings.SITE_ADDRESS + reverse("refer:open", args=[token]),
        "until": until,
        "another": settings.SITE_ADDRESS + reverse("refer:return"),
    }
    body = render_to_string("emails/referral_link.txt", told)
    queue(to=to, subject=f"Your way back to referral {referral.reference}", body=body)


def queue_warning(referral: Referral, to: str) -> None:
    """Before a draft that nobody touches is deleted. Its link leads to asking for one."""
    link = settings.SITE_ADDRESS + reverse("refer:return")
    body = render_to_string("emails/referral_warning.txt", {"referral": referral, "link": link})
    queue(to=to, subject=f"Your draft will be deleted: {referral.reference}", body=body)
