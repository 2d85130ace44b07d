"""The mails about an agreement. None says anything of a case or of a person: a link at most."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.mails import tell_the_referrer
from referrals.models import Agreement
from tscb.common.mail import queue
from tscb.common.mailed_link.model import link_expiry


def queue_request(row: Agreement, token: str) -> None:
    send(row, "Your agreement is asked for", "agreement_request", token)


def queue_reminder(row: Agreement, token: str) -> None:
    send(row, "Reminder: your agreement is asked for", "agreement_reminder", token)


def send(row: Agreement, subject: str, template: str, token: str) -> None:
    link = settings.SITE_ADDRESS + reverse("agreement:link", args=[token])
    told = {"link": link, "until": link_expiry()}
    queue(to=row.mailbox, subject=subject, body=render_to_string(f"emails/{template}.txt", told))


def queue_code(row: Agreement, code: str) -> None:
    body = render_to_string("emails/agreement_code.txt", {"code": code})
    queue(to=row.mailbox, subject="Your code", body=body)


def queue_answered(row: Agreement) -> None:
    """To the referrer, the same whatever the answer is: it stands behind the link alone."""
    subject, at = "An answer about your referral", row.answered_at
    tell_the_referrer(row.referral, subject, "agreement_answered", page="refer:agreement", at=at)
