"""The mails about summaries: reference, deadline and a link, never a name or the case."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.mails import tell_the_panel
from referrals.models import Summary, SummaryLink
from tscb.common.mail import queue
from tscb.common.mailed_link.model import link_expiry


def queue_request(row: Summary) -> None:
    send(row, "Information is asked for", "summary_request")


def queue_reminder(row: Summary) -> None:
    send(row, "Reminder: information is asked for", "summary_reminder")


def queue_extended(row: Summary) -> None:
    send(row, "You have more time", "summary_extended")


def send(row: Summary, subject: str, template: str) -> None:
    """With a link of its own: how an earlier one reads is known to its mail alone."""
    token = SummaryLink.objects.make(summary=row)
    link = settings.SITE_ADDRESS + reverse("summary:link", args=[token])
    mail(row, subject, template, link=link, until=link_expiry())


def queue_code(row: Summary, code: str) -> None:
    mail(row, "Your code", "summary_code", code=code)


def queue_receipt(row: Summary) -> None:
    mail(row, "Your answer was received", "summary_receipt")


def queue_no_longer_asked(row: Summary) -> None:
    mail(row, "Nothing more is asked of you", "summary_withdrawn")


def mail(row: Summary, subject: str, template: str, **told: object) -> None:
    context = {"summary": row, "reference": row.referral.reference, **told}
    body = render_to_string(f"emails/{template}.txt", context)
    queue(to=row.mailbox, subject=f"{subject}: {row.referral.reference}", body=body)


def queue_answered_notice(row: Summary) -> None:
    tell_the_panel(row.referral, "An agency has answered", "summary_answered", at=row.answered_at)


def queue_addition_notice(row: Summary) -> None:
    tell_the_panel(row.referral, "An agency has added something", "summary_added")


def queue_handed_on_notice(row: Summary) -> None:
    tell_the_panel(row.referral, "An agency has handed a request on", "summary_handed_on")
