"""The mails about a referral that was sent, or changed by its referrer."""

from referrals.mails import tell_the_panel, tell_the_referrer
from referrals.models import Addition, Referral, Withdrawal


def queue_receipt(referral: Referral) -> None:
    """Proof that the referral was received, and when."""
    tell_the_referrer(referral, "Referral received", "referral_receipt")


def queue_notice(referral: Referral) -> None:
    tell_the_panel(referral, "New referral", "referral_notice")


def queue_addition_notice(addition: Addition) -> None:
    at = addition.added_at
    tell_the_panel(addition.referral, "Information added", "referral_added", at=at)


def queue_answer_notice(addition: Addition) -> None:
    at = addition.added_at
    tell_the_panel(addition.referral, "A question is answered", "question_answered", at=at)


def queue_withdrawal_notice(withdrawal: Withdrawal) -> None:
    at = withdrawal.withdrawn_at
    tell_the_panel(withdrawal.referral, "Referral withdrawn", "referral_withdrawn", at=at)
