"""Agreements of the sample referrals: one that waits, one with a comment, one where nobody was
reached. Nobody is written to."""

from typing import Any

from django.utils import timezone

from referrals.agreement.people import Person
from referrals.agreement.rows import added
from referrals.models import REFERRER, Agreement, AgreementState, Referral, Route

MORGAN = Person("Morgan Sample", "Named nurse for safeguarding", "morgan.sample@example.org")
KINDS: tuple[dict[str, Any], ...] = (
    {"route": Route.MANAGER, "state": AgreementState.ASKED, "person": MORGAN.kept()},
    {
        "route": Route.MANAGER,
        "state": AgreementState.AGREED_WITH_COMMENT,
        "person": MORGAN.kept(),
        "words": "This is a fictional comment. Our own records are ready for the panel.",
    },
    {
        "route": Route.UNREACHED,
        "state": AgreementState.ATTESTED,
        "why": "This is fictional. My manager and the deputy were both away.",
    },
)


def load_for(referral: Referral, number: int) -> Agreement:
    """The kind of agreement that the sample of this number has."""
    kind = {"asked_at": referral.submitted_at, "by": REFERRER} | KINDS[number % len(KINDS)]
    if kind["state"] == AgreementState.AGREED_WITH_COMMENT:
        kind["answered_at"] = timezone.now()
    if kind["state"] == AgreementState.ATTESTED:
        kind["said_on"] = timezone.localdate(referral.submitted_at)
    return added(referral, None, **kind)
