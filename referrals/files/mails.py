"""Mails about files: reference, time and a link, never a name of a file or of a person."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.models import Referral, ReferralFile
from tscb.board.models import BoardSettings
from tscb.common.mail import queue


def tell_of_new_file(file: ReferralFile) -> None:
    """To the panel: a file came after the referral was sent."""
    _tell_the_panel(file.referral, "New file", "emails/referral_file_added.txt")


def tell_of_blocked_file(file: ReferralFile) -> None:
    """To the panel and the referrer: the virus check found something in a file that was kept."""
    referral = file.referral
    _tell_the_panel(referral, "File blocked", "emails/referral_file_blocked.txt")
    for address in referral.mail_addresses()[:1]:
        link = settings.SITE_ADDRESS + reverse("refer:return")
        body = render_to_string(
            "emails/referral_file_blocked_referrer.txt", {"referral": referral, "link": link}
        )
        queue(to=address, subject=f"File blocked: {referral.reference}", body=body)


def _tell_the_panel(referral: Referral, subject: str, template: str) -> None:
    mailbox = BoardSettings.current().panel_email
    if mailbox and not referral.is_draft:
        link = settings.SITE_ADDRESS + reverse("panel:referral", args=[referral.pk])
        body = render_to_string(template, {"referral": referral, "link": link})
        queue(to=mailbox, subject=f"{subject}: {referral.reference}", body=body)
