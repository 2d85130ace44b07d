"""Mails to a referrer about how far the referral has come: reference and link, never the case."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.models import Referral
from tscb.common.mail import queue


def queue_put_before_panel(referral: Referral) -> None:
    tell_the_referrer(referral, "Referral goes before the panel", "emails/referral_with_panel.txt")


def queue_decided(referral: Referral) -> None:
    tell_the_referrer(referral, "Referral decided", "emails/referral_decided.txt")


def tell_the_referrer(referral: Referral, subject: str, template: str) -> None:
    """Nobody is told where the referral names no address."""
    link = settings.SITE_ADDRESS + reverse("refer:status")
    body = render_to_string(template, {"referral": referral, "link": link})
    for address in referral.mail_addresses()[:1]:
        queue(to=address, subject=f"{subject}: {referral.reference}", body=body)
