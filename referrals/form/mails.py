"""The mails about a sent referral: reference, time and a link, never the case."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from referrals.models import Addition, Referral, Withdrawal
from tscb.board.models import BoardSettings
from tscb.common.mail import queue


def queue_receipt(referral: Referral) -> None:
    """To the referrer: proof that the referral was received, and when. Who phoned or wrote may have
    left no address."""
    to = referral.answers.get("referrer_email")
    if not to:
        return
    link = settings.SITE_ADDRESS + reverse("refer:status")
    queue(
        to=to,
        subject=f"Referral received: {referral.reference}",
        body=render_to_string("emails/referral_receipt.txt", {"referral": referral, "link": link}),
    )


def queue_notice(referral: Referral) -> None:
    tell_the_panel(referral, "New referral", "emails/referral_notice.txt")


def queue_addition_notice(addition: Addition) -> None:
    told = "emails/referral_added.txt"
    tell_the_panel(addition.referral, "Information added", told, at=addition.added_at)


def queue_withdrawal_notice(withdrawal: Withdrawal) -> None:
    told = "emails/referral_withdrawn.txt"
    tell_the_panel(withdrawal.referral, "Referral withdrawn", told, at=withdrawal.withdrawn_at)


def tell_the_panel(referral: Referral, subject: str, template: str, **more: object) -> None:
    """To the panel's mailbox, if it has one: something has come, to be read behind sign-in."""
    mailbox = BoardSettings.current().panel_email
    if not mailbox:
        return
    link = settings.SITE_ADDRESS + reverse("panel:referral", args=[referral.pk])
    body = render_to_string(template, {"referral": referral, "link": link, **more})
    queue(to=mailbox, subject=f"{subject}: {referral.reference}", body=body)
