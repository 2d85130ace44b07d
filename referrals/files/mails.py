"""Mails about files, which never name one."""

from referrals.mails import tell_the_panel, tell_the_referrer
from referrals.models import Referral, ReferralFile, entry_of


def tell_of_new_file(file: ReferralFile) -> None:
    """To the panel: a file came after the referral was sent."""
    tell_the_panel(file.referral, "New file", "referral_file_added")


def tell_of_blocked_file(referral: Referral) -> None:
    """To the panel and the referrer: the virus check found something in a file that was kept. Of a
    draft that staff write down, the page that lists its files says so: its referrer knows no draft.
    """
    subject = "File blocked"
    tell_the_panel(referral, subject, "referral_file_blocked")
    if not (referral.is_draft and entry_of(referral)):
        tell_the_referrer(referral, subject, "referral_file_blocked_referrer", page="refer:return")
