"""Mails about recommendation and decision: reference and link, never what it is."""

from referrals.mails import tell_people, tell_the_referrer, write_to
from referrals.models import Agreement, Referral
from tscb.board.models import User
from tscb.board.roles import Role


def tell_the_chair(referral: Referral) -> None:
    """Everybody who may decide this case: who is recused is not told."""
    chairs = User.objects.filter(groups__name=Role.INDEPENDENT_CHAIR, is_active=True)
    able = [
        one for one in chairs if Referral.objects.visible_to(one).filter(pk=referral.pk).exists()
    ]
    tell_people(
        able, referral, "A recommendation waits for you", "case_recommended", "panel:decision"
    )


def tell_of_the_decision(referral: Referral) -> None:
    tell_the_referrer(referral, "Referral decided", "referral_decided")
    newest = Agreement.objects.of(referral).exclude(state="replaced").first()
    if newest and newest.mailbox:
        write_to(newest.mailbox, referral, "Decided", "referral_decided_manager")
