"""Mails to a referrer about how far the referral has come."""

from referrals.mails import tell_the_referrer
from referrals.models import Referral


def queue_put_before_panel(referral: Referral) -> None:
    tell_the_referrer(referral, "Referral goes before the panel", "referral_with_panel")
