"""The two mails that a sent referral brings: reference, time and a link, never the case."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.models import Referral
from tscb.board.models import BoardSettings
from tscb.common.mail import queue


def queue_receipt(referral: Referral) -> None:
    """To the referrer: proof that the referral was received, and when."""
    queue(
        to=referral.answers["referrer_email"],
        subject=f"Referral received: {referral.reference}",
        body=render_to_string("emails/referral_receipt.txt", {"referral": referral}),
    )


def queue_notice(referral: Referral) -> None:
    """To the panel's mailbox, if it has one: something has come, to be read behind sign-in."""
    mailbox = BoardSettings.current().panel_email
    if not mailbox:
        return
    link = settings.SITE_ADDRESS + reverse("panel:referral", args=[referral.pk])
    queue(
        to=mailbox,
        subject=f"New referral: {referral.reference}",
        body=render_to_string("emails/referral_notice.txt", {"referral": referral, "link": link}),
    )
